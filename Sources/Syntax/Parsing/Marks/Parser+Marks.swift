/// What the parser notes for colours, where somebody asked for it.
extension Parser {
    /// The tree of a text with its parts and brackets.
    package static func annotated(_ source: Source) -> (script: Script, marks: Marks) {
        var parser = Parser(source: source)
        parser.marks = Marks()
        let script = parser.parse()
        return (script, parser.marks ?? Marks())
    }

    mutating func mark(_ kind: Mark.Kind, _ range: SourceRange) { marks?.add(kind, range) }

    /// A part that ends at the position.
    mutating func mark(_ kind: Mark.Kind, from start: Int) {
        marks?.add(kind, SourceRange(start, position))
    }

    /// A bare word that ends at the position, or a piece of one.
    mutating func markWord(from start: Int) {
        guard marks != nil else { return }
        let bytes = source.bytes[start..<position]
        let isNumber = NumberLiteral.prefix(of: bytes)?.length == bytes.count
        mark(isNumber ? .number : .word, from: start)
    }
}
