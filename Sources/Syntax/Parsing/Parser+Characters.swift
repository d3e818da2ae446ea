/// The characters, spaces and words at the position.
extension Parser {
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
                let start = position
                while let byte = current, byte != UInt8(ascii: "\n") { position += 1 }
                endsInComment = isAtEnd
                mark(.comment, from: start)
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

    func isAt(_ reserved: ReservedWord) -> Bool {
        word(at: position, dashes: false).map(source.text(in:)) == reserved.rawValue
    }

    /// Goes past a reserved word where it stands here.
    mutating func take(_ reserved: ReservedWord) -> Bool {
        guard isAt(reserved) else { return false }
        let start = position
        position += reserved.rawValue.utf8.count
        mark(.keyword, from: start)
        return true
    }

    mutating func name(_ what: String) throws(Abandoned) -> Name {
        skipSpace()
        guard let range = word(at: position, dashes: false) else {
            note(.other, from: position)
            throw fail("\(what) is missing here")
        }
        position = range.upper
        note(.other, from: range.lower)
        mark(.name, range)
        return Name(source.text(in: range), at: range)
    }
}
