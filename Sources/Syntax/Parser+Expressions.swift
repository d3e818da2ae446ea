/// Expressions, by precedence climbing.
extension Parser {
    /// How strongly an operator binds; a higher one binds first.
    private enum Precedence {
        static let or = 1, and = 2, not = 3, comparison = 4, range = 5, sum = 6, product = 7,
            sign = 8, power = 9
    }

    mutating func expression() throws(Abandoned) -> Expression { try expression(above: 0) }

    private mutating func expression(above minimum: Int) throws(Abandoned) -> Expression {
        try descend()
        var left = try prefixed()
        var comparison: SourceRange?
        while let (symbol, precedence, length) = infix(), precedence > minimum {
            let place = SourceRange(position, position + length)
            position += length
            guard let symbol else {
                let right = try expression(above: precedence)
                left = Expression(.range(left, right), at: left.range.union(right.range))
                continue
            }
            if precedence == Precedence.comparison {
                if comparison != nil {
                    throw fail(
                        "comparisons cannot be chained", hint: "write a < b and b < c", at: place)
                }
                comparison = place
            }
            // A power groups to the right: 2^3^2 is 2^(3^2).
            let right = try expression(above: symbol == .power ? precedence - 1 : precedence)
            left = Expression(.binary(symbol, left, right), at: left.range.union(right.range))
        }
        depth -= 1
        return left
    }

    /// The operator that comes next; a nil symbol is the range `..`.
    private mutating func infix() -> (symbol: BinaryOperator?, precedence: Int, length: Int)? {
        skipSpace()
        if let word = word(at: position, dashes: false) {
            switch source.text(in: word) {
            case "or": return (.or, Precedence.or, 2)
            case "and": return (.and, Precedence.and, 3)
            default: return nil
            }
        }
        if isAt("==") { return (.equal, Precedence.comparison, 2) }
        if isAt("!=") { return (.notEqual, Precedence.comparison, 2) }
        if isAt("<=") { return (.lessOrEqual, Precedence.comparison, 2) }
        if isAt(">=") { return (.greaterOrEqual, Precedence.comparison, 2) }
        if isAt("..") { return (nil, Precedence.range, 2) }
        if isAt("**") { return (.power, Precedence.power, 2) }
        return switch current {
        case UInt8(ascii: "<"): (.less, Precedence.comparison, 1)
        case UInt8(ascii: ">"): (.greater, Precedence.comparison, 1)
        case UInt8(ascii: "+"): (.add, Precedence.sum, 1)
        case UInt8(ascii: "-"): (.subtract, Precedence.sum, 1)
        case UInt8(ascii: "*"): (.multiply, Precedence.product, 1)
        case UInt8(ascii: "/"): (.divide, Precedence.product, 1)
        case UInt8(ascii: "%"): (.remainder, Precedence.product, 1)
        case UInt8(ascii: "^"): (.power, Precedence.power, 1)
        default: nil
        }
    }

    private mutating func prefixed() throws(Abandoned) -> Expression {
        skipSpace()
        let start = position
        if isAt("-") {
            position += 1
            let operand = try expression(above: Precedence.sign)
            return Expression(.unary(.negate, operand), at: SourceRange(start, position))
        }
        if let word = word(at: position, dashes: false), source.text(in: word) == "not" {
            position = word.upper
            let operand = try expression(above: Precedence.not)
            return Expression(.unary(.not, operand), at: SourceRange(start, position))
        }
        return try postfix(try primary())
    }

    /// `.field` and `[index]`, as many as follow directly.
    mutating func postfix(_ base: Expression) throws(Abandoned) -> Expression {
        var result = base
        var count = 0
        while true {
            if isAt("."), let range = word(at: position + 1, dashes: false) {
                position = range.upper
                let name = Name(source.text(in: range), at: range)
                result = Expression(.field(result, name), at: result.range.union(range))
            } else if isAt("[") {
                let open = position
                position += 1
                openBrackets += 1
                let index = try expression()
                try close("]", opened: open)
                result = Expression(
                    .index(result, index), at: SourceRange(result.range.lower, position))
            } else {
                return result
            }
            count += 1
            if count > Parser.depthLimit {
                throw fail("this is nested more than \(Parser.depthLimit) deep")
            }
        }
    }

    mutating func primary() throws(Abandoned) -> Expression {
        skipSpace()
        let start = position
        guard let byte = current else { throw missingValue() }
        switch byte {
        case UInt8(ascii: "\""):
            return Expression(.string(try interpolated()), at: SourceRange(start, position))
        case UInt8(ascii: "'"):
            return Expression(.string(try rawString()), at: SourceRange(start, position))
        case UInt8(ascii: "("):
            position += 1
            openBrackets += 1
            let inner = try expression()
            try close(")", opened: start)
            return Expression(inner.kind, at: SourceRange(start, position))
        case UInt8(ascii: "["): return try list()
        case UInt8(ascii: "{"): return try record()
        case UInt8(ascii: "$"):
            guard let range = word(at: position + 1, dashes: false) else {
                throw fail("a variable's name is missing after $")
            }
            position = range.upper
            return Expression(
                .variable(source.text(in: range)), at: SourceRange(start, range.upper))
        default: break
        }
        if let (value, length) = NumberLiteral.prefix(of: source.bytes[position...]) {
            position += length
            if let word = word(at: position, dashes: false) {
                throw fail(
                    "'\(source.text(in: SourceRange(start, word.upper)))' is not a number",
                    hint: "a number may end in %, k or M", at: SourceRange(start, word.upper))
            }
            return Expression(.number(value), at: SourceRange(start, position))
        }
        if let strange = strangeCharacter() { throw strange }
        guard let range = word(at: position, dashes: false) else { throw missingValue() }
        return try named(range)
    }

    private mutating func named(_ range: SourceRange) throws(Abandoned) -> Expression {
        let text = source.text(in: range)
        if text == "true" || text == "false" {
            position = range.upper
            return Expression(.boolean(text == "true"), at: range)
        }
        if Parser.keywords.contains(text) || Parser.operators.contains(text) {
            throw fail("a value is missing before '\(text)'", at: range)
        }
        position = range.upper
        guard isAt("(") else { return Expression(.variable(text), at: range) }
        let open = position
        position += 1
        openBrackets += 1
        var arguments: [Argument] = []
        try elements(until: ")", opened: open) { parser throws(Abandoned) in
            let start = parser.position
            var key: Name?
            if let word = parser.word(at: start, dashes: false) {
                parser.position = word.upper
                parser.skipSpace()
                if parser.isAt("="), !parser.isAt("==") {
                    key = Name(parser.source.text(in: word), at: word)
                    parser.position += 1
                } else {
                    parser.position = start
                }
            }
            let value = try parser.expression()
            arguments.append(
                Argument(key: key, value: value, range: SourceRange(start, value.range.upper)))
        }
        return Expression(
            .call(Name(text, at: range), arguments), at: SourceRange(range.lower, position))
    }

    private mutating func missingValue() -> Abandoned {
        if isAtEnd, openBrackets > 0 { isIncomplete = true }
        return fail("a value is missing here")
    }

    // MARK: - Brackets

    private mutating func list() throws(Abandoned) -> Expression {
        let start = position
        position += 1
        openBrackets += 1
        var items: [Expression] = []
        try elements(until: "]", opened: start) { parser throws(Abandoned) in
            items.append(try parser.expression())
        }
        return Expression(.list(items), at: SourceRange(start, position))
    }

    private mutating func record() throws(Abandoned) -> Expression {
        let start = position
        position += 1
        openBrackets += 1
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
    private mutating func elements(
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

    private mutating func close(_ closer: Unicode.Scalar, opened: Int) throws(Abandoned) {
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
        position += 1
        openBrackets -= 1
    }

    // MARK: - Strings

    private mutating func rawString() throws(Abandoned) -> [Expression.Segment] {
        let start = position
        position += 1
        let begin = position
        while let byte = current, byte != UInt8(ascii: "\n") {
            position += 1
            if byte == UInt8(ascii: "'") {
                return [.literal(source.text(in: SourceRange(begin, position - 1)))]
            }
        }
        throw fail(
            "this string is never closed", hint: "add a '", at: SourceRange(start, start + 1))
    }

    private mutating func interpolated() throws(Abandoned) -> [Expression.Segment] {
        let start = position
        position += 1
        var segments: [Expression.Segment] = []
        var literal: [UInt8] = []
        func flush() -> [Expression.Segment] {
            literal.isEmpty ? [] : [.literal(String(decoding: literal, as: UTF8.self))]
        }
        while let byte = current, byte != UInt8(ascii: "\n") {
            switch byte {
            case UInt8(ascii: "\""):
                position += 1
                return segments + flush()
            case UInt8(ascii: "\\"): literal += Array(try escape().utf8)
            case UInt8(ascii: "{"):
                segments += flush()
                literal = []
                let open = position
                position += 1
                let outer = openBrackets
                openBrackets = 0
                do throws(Abandoned) {
                    let value = try expression()
                    try closeInterpolation(value, opened: open)
                    segments.append(.interpolation(value))
                } catch {
                    skipString(from: start)
                    throw error
                }
                openBrackets = outer
                position += 1
            default:
                literal.append(byte)
                position += 1
            }
        }
        throw fail(
            "this string is never closed", hint: "add a \"", at: SourceRange(start, start + 1))
    }

    private mutating func closeInterpolation(_ value: Expression, opened open: Int)
        throws(Abandoned)
    {
        skipSpace()
        if isAt("}") { return }
        let text = source.text(in: value.range)
        if isAt(":") {
            let rest = source.bytes[position...].prefix { $0 != UInt8(ascii: "}") }
            let digits = rest.drop { $0 != UInt8(ascii: ".") }.dropFirst().prefix {
                (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
            }
            let count = digits.isEmpty ? "3" : String(decoding: digits, as: UTF8.self)
            throw fail(
                "there are no formats in the { } of a string",
                hint: "write {round(\(text), \(count))}")
        }
        throw fail(
            "this { in the string is never closed", hint: "write \\{ for the character itself",
            at: SourceRange(open, open + 1))
    }

    /// Past a string that could not be read, so that its second half is not taken for statements.
    private mutating func skipString(from start: Int) {
        var place = start + 1
        var braces = 0
        while let byte = byte(at: place), byte != UInt8(ascii: "\n") {
            switch byte {
            case UInt8(ascii: "\\"): place += 1
            case UInt8(ascii: "{"): braces += 1
            case UInt8(ascii: "}"): braces = max(0, braces - 1)
            case UInt8(ascii: "\"") where braces == 0:
                position = place + 1
                return
            default: break
            }
            place += 1
        }
        position = max(position, min(place, source.bytes.count))
    }

    private mutating func escape() throws(Abandoned) -> String {
        let start = position
        position += 2
        switch byte(at: start + 1) {
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "\\"): return "\\"
        case UInt8(ascii: "\""): return "\""
        case UInt8(ascii: "'"): return "'"
        case UInt8(ascii: "{"): return "{"
        case UInt8(ascii: "}"): return "}"
        case UInt8(ascii: "u"):
            var digits: [UInt8] = []
            if isAt("{") {
                position += 1
                while let byte = current, byte != UInt8(ascii: "}"), digits.count < 9,
                    byte != UInt8(ascii: "\n")
                {
                    digits.append(byte)
                    position += 1
                }
            }
            if isAt("}"), let code = UInt32(String(decoding: digits, as: UTF8.self), radix: 16),
                let scalar = Unicode.Scalar(code)
            {
                position += 1
                return String(Character(scalar))
            }
            throw fail(
                "\\u needs a character's number", hint: "write \\u{3b1}",
                at: SourceRange(start, start + 2))
        default:
            position = start
            throw fail(
                "there is no such escape", hint: "there are \\n \\t \\\\ \\\" \\{ \\} \\u{…}",
                at: SourceRange(start, min(start + 2, source.bytes.count)))
        }
    }

    // MARK: - Characters that look like others

    /// A diagnostic for a character that a document or a phone put in place of a plain one.
    mutating func strangeCharacter() -> Abandoned? {
        guard let byte = current else { return nil }
        let text = source.text(in: here)
        if let plain = Parser.lookalikes[text] {
            return fail("'\(text)' is not a character of the language", hint: "write \(plain)")
        }
        if byte < 0x20, byte != UInt8(ascii: "\n"), byte != UInt8(ascii: "\t"),
            byte != UInt8(ascii: "\r")
        {
            return fail(
                "there is a control character here (\\x\(String(byte, radix: 16)))",
                hint: "remove it")
        }
        return nil
    }

    private static let lookalikes: [String: String] = [
        "“": "\"", "”": "\"", "„": "\"", "‘": "'", "’": "'", "−": "-", "–": "-", "—": "-",
        "×": "*", "·": "*", "÷": "/", "≤": "<=", "≥": ">=", "≠": "!=", "…": "..",
        "\u{A0}": "a space",
        "\u{3000}": "a space", "，": ",", "（": "(", "）": ")", "＝": "=",
    ]
}
