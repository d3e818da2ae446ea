/// Where a line ends, as far as completion must know: in which statement, word, option, expression.
struct LinePlace {
    /// The statement's whole words before the last one; after `x =`, those of its right side.
    private(set) var words: [String] = []
    /// The word that the line ends in; empty after a space.
    private(set) var word = ""
    /// Where it begins, in bytes.
    private(set) var wordStart = 0
    /// Whether the line ends where an expression stands: in brackets, after a comparison, in `{…}` of
    /// a string.
    private(set) var isExpression = false
    /// Whether the statement is `x = …`.
    private(set) var isAssigned = false
    /// The name with its fields that the line ends in, and where its last part begins.
    private(set) var name = ""
    private(set) var nameStart = 0

    init(_ line: String) {
        let bytes = Array(line.utf8)
        var scan = Scan(bytes)
        scan.run()
        var words = scan.words.map { String(decoding: bytes[$0], as: UTF8.self) }
        wordStart = scan.wordStart
        word = String(decoding: bytes[wordStart...], as: UTF8.self)
        isAssigned = words.count >= 2 && words[1] == "="
        if isAssigned { words.removeFirst(2) }
        if let first = words.first, ["if", "while", "for", "return", "else"].contains(first) {
            isExpression = true
        }
        // `x + …`: after an operator there is a value.
        if words.count >= 2, Self.operators.contains(words[1]) { isExpression = true }
        if words.isEmpty, isAssigned, word.contains(where: { ".[(+*/".contains($0) }) {
            isExpression = true
        }
        if words.isEmpty, !isAssigned, word.contains(where: { ".[(".contains($0) }),
            word.first != "\""
        {
            isExpression = true
        }
        isExpression = isExpression || scan.isInBrackets
        self.words = words
        findName(bytes)
    }

    private static let operators: Set = [
        "+", "-", "*", "/", "%", "^", "<", ">", "<=", ">=", "==", "!=", "and", "or",
    ]

    /// `key=value` at the end: both, and where the value begins.
    var option: (key: String, value: String, start: Int)? {
        guard let equals = word.firstIndex(of: "="), word.first != "\"", word.first != "'" else {
            return nil
        }
        let key = String(word[..<equals])
        return (key, String(word[word.index(after: equals)...]), wordStart + key.utf8.count + 1)
    }

    private mutating func findName(_ bytes: [UInt8]) {
        var start = bytes.count
        while start > 0, Self.isPart(bytes[start - 1]) { start -= 1 }
        name = String(decoding: bytes[start...], as: UTF8.self)
        nameStart = start
        if let dot = name.lastIndex(of: ".") {
            nameStart = bytes.count - name[name.index(after: dot)...].utf8.count
        }
    }

    /// Letters, digits, `_`, and what stands between a name and its field.
    private static func isPart(_ byte: UInt8) -> Bool {
        byte >= 0x80 || byte == UInt8(ascii: "_") || (0x30...0x39).contains(byte)
            || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
            || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "]")
    }

    /// One walk over the line that knows strings, brackets and the ends of statements.
    private struct Scan {
        let bytes: [UInt8]
        var words: [Range<Int>] = []
        var wordStart = 0
        private var brackets: [UInt8] = []
        var isInBrackets: Bool { !brackets.isEmpty }

        init(_ bytes: [UInt8]) { self.bytes = bytes }

        mutating func run() {
            var index = 0
            var quote: UInt8?
            while index < bytes.count {
                let byte = bytes[index]
                if let open = quote {
                    if byte == UInt8(ascii: "\\"), open == UInt8(ascii: "\"") {
                        index += 1
                    } else if byte == UInt8(ascii: "{"), open == UInt8(ascii: "\"") {
                        brackets.append(open)
                        quote = nil
                    } else if byte == open {
                        quote = nil
                    }
                } else {
                    step(byte, index, &quote)
                }
                index += 1
            }
            // Inside an open string there are words, and no names.
            if quote != nil { brackets = [] }
        }

        private mutating func step(_ byte: UInt8, _ index: Int, _ quote: inout UInt8?) {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "'"): quote = byte
            case UInt8(ascii: "\\") where index + 1 < bytes.count: break
            case UInt8(ascii: "("), UInt8(ascii: "["): brackets.append(byte)
            case UInt8(ascii: ")"), UInt8(ascii: "]"): _ = brackets.popLast()
            case UInt8(ascii: "}"):
                if brackets.last == UInt8(ascii: "\"") {
                    // The string goes on behind the expression in it.
                    quote = brackets.popLast()
                } else {
                    beginStatement(index + 1)
                }
            case UInt8(ascii: "{"), UInt8(ascii: ";"), UInt8(ascii: "\n"):
                if brackets.isEmpty { beginStatement(index + 1) }
            case UInt8(ascii: " "), UInt8(ascii: "\t"):
                let isEscaped = index > 0 && bytes[index - 1] == UInt8(ascii: "\\")
                guard brackets.isEmpty, !isEscaped else { return }
                if wordStart < index { words.append(wordStart..<index) }
                wordStart = index + 1
            default: break
            }
        }

        private mutating func beginStatement(_ index: Int) { (words, wordStart) = ([], index) }
    }
}
