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
        var rangeCount = 0
        while let next = infix(), next.precedence > minimum {
            if next.precedence == Precedence.comparison {
                let place = SourceRange(position, position + next.length)
                if comparison != nil {
                    throw fail(
                        "comparisons cannot be chained", hint: "write a < b and b < c", at: place)
                }
                comparison = place
            }
            if let symbol = next.symbol {
                left = try operations(on: left, symbol, next.precedence, next.length)
                continue
            }
            rangeCount += 1
            guard rangeCount <= Parser.depthLimit else { throw tooDeep() }
            position += next.length
            let right = try expression(above: next.precedence)
            left = Expression(.range(left, right), at: left.range.union(right.range))
        }
        depth -= 1
        return left
    }

    /// A value with the operators behind it that bind as strongly as the first one, which comes next.
    private mutating func operations(
        on first: Expression, _ symbol: BinaryOperator, _ precedence: Int, _ length: Int
    ) throws(Abandoned) -> Expression {
        var operations: [Expression.Operation] = []
        var range = first.range
        var next: (symbol: BinaryOperator, length: Int)? = (symbol, length)
        while let (symbol, length) = next {
            position += length
            // A power groups to the right: 2^3^2 is 2^(3^2).
            let right = try expression(above: symbol == .power ? precedence - 1 : precedence)
            operations.append(Expression.Operation(symbol, right))
            range = range.union(right.range)
            let isComparison = precedence == Precedence.comparison
            next = infix().flatMap {
                guard let symbol = $0.symbol, $0.precedence == precedence, !isComparison else {
                    return nil
                }
                return (symbol, $0.length)
            }
        }
        return Expression(.operations(first, operations), at: range)
    }

    /// The operator that comes next; a nil symbol is the range `..`.
    private mutating func infix() -> (symbol: BinaryOperator?, precedence: Int, length: Int)? {
        skipSpace()
        note(.other, from: position)
        if let word = word(at: position, dashes: false) {
            let symbol = BinaryOperator(rawValue: source.text(in: word))
            if symbol != nil { mark(.keyword, word) }
            switch symbol {
            case .or: return (.or, Precedence.or, 2)
            case .and: return (.and, Precedence.and, 3)
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
        var count = 0
        while isAt("-") {
            position += 1
            count += 1
            skipSpace()
        }
        if count > 0 {
            let operand = try expression(above: Precedence.sign)
            return repeated(.negate, count, operand, from: start)
        }
        while take(.not) {
            count += 1
            skipSpace()
        }
        if count > 0 {
            let operand = try expression(above: Precedence.not)
            return repeated(.not, count, operand, from: start)
        }
        return try postfix(try primary())
    }

    /// `--x` and `not not x`; each pair of signs beyond the first two changes nothing and is left out.
    private func repeated(
        _ symbol: UnaryOperator, _ count: Int, _ operand: Expression, from start: Int
    ) -> Expression {
        var result = operand
        for _ in 0..<(count % 2 == 1 ? 1 : 2) {
            result = Expression(.unary(symbol, result), at: SourceRange(start, position))
        }
        return result
    }

    /// A value with every `.field` and `[index]` that follows without a space.
    mutating func postfix(_ base: Expression) throws(Abandoned) -> Expression {
        var result = base
        var count = 0
        while true {
            if isAt("."), let range = word(at: position + 1, dashes: false) {
                position = range.upper
                let name = Name(source.text(in: range), at: range)
                mark(.field, range)
                result = Expression(.field(result, name), at: result.range.union(range))
                note(.expression, from: base.range.lower)
            } else if isAt("[") {
                let open = position
                self.open()
                let index = try expression()
                try close("]", opened: open)
                result = Expression(
                    .index(result, index), at: SourceRange(result.range.lower, position))
            } else {
                if isAt(".") { note(.expression, from: base.range.lower, upTo: position + 1) }
                return result
            }
            count += 1
            if count > Parser.depthLimit { throw tooDeep() }
        }
    }

    mutating func primary() throws(Abandoned) -> Expression {
        skipSpace()
        let start = position
        guard let byte = current else {
            note(.expression, from: position)
            throw missingValue()
        }
        switch byte {
        case UInt8(ascii: "\""):
            return Expression(.string(try interpolated()), at: SourceRange(start, position))
        case UInt8(ascii: "'"):
            return Expression(.string(try rawString()), at: SourceRange(start, position))
        case UInt8(ascii: "("):
            open()
            let inner = try expression()
            try close(")", opened: start)
            return Expression(inner.kind, at: SourceRange(start, position))
        case UInt8(ascii: "["): return try list()
        case UInt8(ascii: "{"): return try record()
        case UInt8(ascii: "$"): return try variableReference()
        default: break
        }
        if let (value, length) = NumberLiteral.prefix(of: source.bytes[position...]) {
            position += length
            if let word = word(at: position, dashes: false) {
                throw fail(
                    "'\(source.text(in: SourceRange(start, word.upper)))' is not a number",
                    hint: "a number may end in %, k or M", at: SourceRange(start, word.upper))
            }
            let range = SourceRange(start, position)
            mark(.number, range)
            if source.bytes[position - 1] == UInt8(ascii: "%"),
                let percent = NumberLiteral.percentage(of: source.text(in: range))
            {
                return Expression(.percentage(percent), at: range)
            }
            return Expression(.number(value), at: range)
        }
        if let strange = strangeCharacter() { throw strange }
        guard let range = word(at: position, dashes: false) else { throw missingValue() }
        return try named(range)
    }

    /// `$name`
    mutating func variableReference() throws(Abandoned) -> Expression {
        let dollar = here
        position = dollar.upper
        guard let range = word(at: position, dashes: false) else {
            note(.reference, from: position)
            throw fail("a variable's name is missing after $", at: dollar)
        }
        position = range.upper
        note(.reference, from: range.lower)
        mark(.variable, dollar.union(range))
        return Expression(.variable(source.text(in: range)), at: dollar.union(range))
    }

    private mutating func named(_ range: SourceRange) throws(Abandoned) -> Expression {
        let text = source.text(in: range)
        note(.expression, from: range.lower, upTo: range.upper)
        let reserved = ReservedWord(rawValue: text)
        if reserved == .true || reserved == .false {
            position = range.upper
            mark(.constant, range)
            return Expression(.boolean(reserved == .true), at: range)
        }
        if reserved == .nothing {
            position = range.upper
            mark(.constant, range)
            return Expression(.nothing, at: range)
        }
        if reserved != nil {
            throw fail("a value is missing before '\(text)'", at: range)
        }
        position = range.upper
        mark(isAt("(") ? .function : .variable, range)
        guard isAt("(") else { return Expression(.variable(text), at: range) }
        let open = position
        self.open()
        var arguments: [Argument] = []
        try elements(until: ")", opened: open) { parser throws(Abandoned) in
            let start = parser.position
            var key: Name?
            if let word = parser.word(at: start, dashes: false) {
                parser.position = word.upper
                parser.skipSpace()
                if parser.isAt("="), !parser.isAt("==") {
                    key = Name(parser.source.text(in: word), at: word)
                    parser.mark(.name, word)
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
        if isAt("!") {
            return fail(
                "a value is missing here",
                hint: "!command is for a line of its own that is typed in a session")
        }
        return fail("a value is missing here")
    }
}
