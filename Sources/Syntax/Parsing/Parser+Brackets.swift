/// Lists, records, and elements between brackets.
extension Parser {
    mutating func list() throws(Abandoned) -> Expression {
        let start = position
        open()
        var items: [Expression] = []
        try elements(until: "]", opened: start) { parser throws(Abandoned) in
            items.append(try parser.expression())
        }
        return Expression(.list(items), at: SourceRange(start, position))
    }

    mutating func record() throws(Abandoned) -> Expression {
        let start = position
        open()
        var fields: [Expression.Field] = []
        try elements(until: "}", opened: start) { parser throws(Abandoned) in
            let name = try parser.name("a field's name")
            parser.skipSpace()
            guard parser.isAt(":") else {
                throw parser.fail(
                    "a record is written {name: value, …}", hint: parser.valueHint(start))
            }
            parser.position += 1
            fields.append(Expression.Field(name: name, value: try parser.expression()))
        }
        return Expression(.record(fields), at: SourceRange(start, position))
    }

    /// How `{r.loss}` outside of a string is written.
    private func valueHint(_ open: Int) -> String? {
        let rest = source.bytes[(open + 1)...]
        guard let end = rest.firstIndex(where: { "\n{}".utf8.contains($0) }),
            source.bytes[end] == UInt8(ascii: "}")
        else { return nil }
        return "for a value write (\(source.text(in: SourceRange(open + 1, end))))"
    }

    /// Elements with commas between them, up to and with the closing bracket.
    mutating func elements(
        until closer: Unicode.Scalar, opened: Int,
        _ element: (inout Parser) throws(Abandoned) -> Void
    ) throws(Abandoned) {
        while true {
            skipSpace()
            if isAt(closer) { break }
            try element(&self)
            skipSpace()
            guard isAt(",") else { break }
            position += 1
        }
        try close(closer, opened: opened)
    }

    /// Goes past the bracket that opens here; newlines are spaces until it is closed.
    mutating func open() {
        marks?.open(position)
        position += 1
        openBrackets += 1
    }

    mutating func close(_ closer: Unicode.Scalar, opened: Int) throws(Abandoned) {
        skipSpace()
        guard isAt(closer) else {
            if isAtEnd {
                isIncomplete = true
                throw fail(
                    "this bracket is never closed", hint: "add a \(closer)",
                    at: SourceRange(opened, opened + 1))
            }
            if let strange = strangeCharacter() { throw strange }
            throw fail("a \(closer) is missing here")
        }
        marks?.close(opened, at: position)
        position += 1
        openBrackets -= 1
    }
}
