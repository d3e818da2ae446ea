/// Turns a text into its tree, in one pass without backing up further than a word.
///
/// The language is read by characters: a command's arguments are words that end at spaces, while
/// expressions ignore them, and which of the two follows is known only from what stands before.
/// Parsing never fails. A statement that cannot be understood becomes one diagnostic, and reading
/// goes on at the next statement.
package struct Parser {
    let source: Source
    var position = 0
    var diagnostics: [Diagnostic] = []
    var isIncomplete = false
    /// How many blocks, brackets and expressions are open.
    var depth = 0
    /// Brackets that are open around the position: newlines inside mean nothing.
    var openBrackets = 0

    static let depthLimit = 200
    static let diagnosticLimit = 100
    static let keywords: Set<String> = [
        "for", "in", "repeat", "while", "if", "else", "def", "return", "break", "continue",
    ]

    /// Given up on this statement: its diagnostic has been made.
    struct Abandoned: Error {}

    package static func parse(_ source: Source) -> Script {
        var parser = Parser(source: source)
        let statements = parser.statements(untilBrace: false)
        return Script(
            source: source, statements: statements, diagnostics: parser.diagnostics,
            isIncomplete: parser.isIncomplete)
    }

    // MARK: - Characters

    func byte(at place: Int) -> UInt8? { place < source.bytes.count ? source.bytes[place] : nil }

    var current: UInt8? { byte(at: position) }

    var isAtEnd: Bool { position >= source.bytes.count }

    func isAt(_ character: Unicode.Scalar) -> Bool { current == UInt8(ascii: character) }

    func isAt(_ text: StaticString, at place: Int? = nil) -> Bool {
        let place = place ?? position
        let wanted = Array(text.description.utf8)
        return place + wanted.count <= source.bytes.count
            && source.bytes[place..<place + wanted.count].elementsEqual(wanted)
    }

    /// Skips what separates words: spaces, a `\` before a line's end, comments, and, inside
    /// brackets, newlines.
    mutating func skipSpace() {
        while let byte = current {
            if CharacterKind.isSpace(byte) || (openBrackets > 0 && byte == UInt8(ascii: "\n")) {
                position += 1
            } else if byte == UInt8(ascii: "\\"), let end = continuationEnd {
                position = end
                if isAtEnd { isIncomplete = true }
            } else if byte == UInt8(ascii: "#") {
                while let byte = current, byte != UInt8(ascii: "\n") { position += 1 }
            } else {
                return
            }
        }
    }

    /// Where the next line begins, when a `\` here continues this one.
    var continuationEnd: Int? {
        var place = position + 1
        while let byte = byte(at: place), CharacterKind.isSpace(byte) { place += 1 }
        guard let byte = byte(at: place) else { return place }
        return byte == UInt8(ascii: "\n") ? place + 1 : nil
    }

    /// Skips everything that may stand between statements.
    mutating func skipSeparators() {
        while true {
            skipSpace()
            guard isAt("\n") || isAt(";") else { return }
            position += 1
        }
    }

    /// The letters, digits and `_` here; with `dashes` also a `-` inside.
    func word(at place: Int, dashes: Bool) -> SourceRange? {
        guard let first = byte(at: place), CharacterKind.isWordStart(first) else { return nil }
        var end = place + 1
        while let next = byte(at: end) {
            let isDash =
                dashes && next == UInt8(ascii: "-")
                && byte(at: end + 1).map(CharacterKind.isWordByte) == true
            guard CharacterKind.isWordByte(next) || isDash else { break }
            end += 1
        }
        return SourceRange(place, end)
    }

    mutating func name(_ what: String) throws(Abandoned) -> Name {
        skipSpace()
        guard let range = word(at: position, dashes: false) else {
            throw fail("\(what) is missing here")
        }
        position = range.upper
        return Name(source.text(in: range), at: range)
    }

    // MARK: - Diagnostics

    /// The character here as a range of at least one byte, for a caret.
    var here: SourceRange {
        guard let byte = current, byte != UInt8(ascii: "\n") else {
            return SourceRange(position, position)
        }
        var end = position + 1
        while let next = self.byte(at: end), next & 0xC0 == 0x80 { end += 1 }
        return SourceRange(position, end)
    }

    mutating func fail(_ message: String, hint: String? = nil, at range: SourceRange? = nil)
        -> Abandoned
    {
        if diagnostics.count < Parser.diagnosticLimit {
            diagnostics.append(Diagnostic(message, hint: hint, at: range ?? here, in: source))
        }
        return Abandoned()
    }

    /// One level deeper, or a diagnostic when that is too deep.
    mutating func descend() throws(Abandoned) {
        guard depth < Parser.depthLimit else {
            throw fail("this is nested more than \(Parser.depthLimit) deep")
        }
        depth += 1
    }

    /// Skips to where the next statement can begin: over blocks and brackets that are opened on
    /// the way, up to a line's end, a `;` or a `}`.
    mutating func recover() {
        openBrackets = 0
        var braces = 0
        while let byte = current {
            switch byte {
            case UInt8(ascii: "\n"), UInt8(ascii: ";"):
                if braces == 0 { return }
            case UInt8(ascii: "{"): braces += 1
            case UInt8(ascii: "}"):
                if braces == 0 { return }
                braces -= 1
            case UInt8(ascii: "\""), UInt8(ascii: "'"): skipQuoted(byte)
            default: break
            }
            position += 1
        }
    }

    /// From an opening quote to the closing one on the same line.
    private mutating func skipQuoted(_ quote: UInt8) {
        var place = position + 1
        while let byte = byte(at: place), byte != UInt8(ascii: "\n") {
            if byte == quote {
                position = place
                return
            }
            place += byte == UInt8(ascii: "\\") ? 2 : 1
        }
    }
}
