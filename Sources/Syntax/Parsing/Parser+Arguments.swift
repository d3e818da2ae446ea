/// Commands and their arguments, and the choice between a command and an expression.
extension Parser {
    /// A call or an expression; `kind` is what completion takes the first word for.
    mutating func evaluation(at kind: Place.Kind) throws(Abandoned) -> Evaluation {
        skipSpace()
        if isAtStatementEnd {
            note(kind, from: position)
            throw fail("a value or a command is missing here")
        }
        guard let range = word(at: position, dashes: true), !isExpression(at: position) else {
            return .expression(try expression())
        }
        let text = source.text(in: range)
        if ReservedWord(rawValue: text)?.isKeyword == true {
            throw fail("'\(text)' cannot stand here", at: range)
        }
        position = range.upper
        note(kind, from: range.lower)
        mark(.command, range)
        if let byte = current, !CharacterKind.isSpace(byte), !isAtStatementEnd,
            byte != UInt8(ascii: "\\"), byte != UInt8(ascii: "#")
        {
            if let strange = strangeCharacter() { throw strange }
            throw fail(
                "'\(text)' is followed by something that fits no command",
                hint: "put a space between")
        }
        return .command(try call(Name(text, at: range)))
    }

    /// Whether what begins with a word here is an expression: `f(x)`, `r.loss`, `lr*2`, `lr * 2`.
    private func isExpression(at place: Int) -> Bool {
        guard let range = word(at: place, dashes: false) else { return true }
        let text = source.text(in: range)
        let isOfExpressions = ReservedWord(rawValue: text)?.isKeyword == false
        if isOfExpressions || text == GivenVariable.lastResult.rawValue { return true }
        guard let next = byte(at: range.upper) else { return false }
        if "([.*/%^<>!=+,".utf8.contains(next) { return true }
        if next == UInt8(ascii: "-") {
            return byte(at: range.upper + 1).map(CharacterKind.isWordByte) != true
        }
        guard CharacterKind.isSpace(next) else { return false }
        var operation = range.upper
        while let byte = byte(at: operation), CharacterKind.isSpace(byte) { operation += 1 }
        if let word = word(at: operation, dashes: false) {
            return BinaryOperator(rawValue: source.text(in: word)) != nil
        }
        var end = operation
        while let byte = byte(at: end), "+-*/%^<>=!.".utf8.contains(byte) { end += 1 }
        let length = end - operation
        guard (1...2).contains(length), byte(at: operation) != UInt8(ascii: ".") || length == 2
        else { return false }
        return byte(at: end).map(CharacterKind.isSpace) == true
    }

    private mutating func call(_ name: Name) throws(Abandoned) -> Call {
        var call = Call(name: name, arguments: [], range: name.range)
        while true {
            skipSpace()
            if isAtStatementEnd {
                note(.argument(of: call, key: nil), from: position)
                return call
            }
            let argument = try argument(behind: call)
            guard call.arguments.count < Parser.argumentLimit else {
                throw fail("a call takes at most 100 000 arguments", at: argument.range)
            }
            call.arguments.append(argument)
            call.range.upper = argument.range.upper
        }
    }

    /// The next argument; `call` has the arguments before it, for completion.
    private mutating func argument(behind call: Call) throws(Abandoned) -> Argument {
        try checkInterruption()
        let start = position
        var key: Name?
        if let range = word(at: position, dashes: true), byte(at: range.upper) == UInt8(ascii: "=")
        {
            key = Name(source.text(in: range), at: range)
            position = range.upper + 1
            mark(.option, range)
            if current.map(CharacterKind.isSpace) != false || isAtStatementEnd {
                note(.argument(of: call, key: key), from: position)
                throw fail(
                    "\(source.text(in: range))= has no value",
                    hint: "write \(source.text(in: range))=VALUE without spaces",
                    at: SourceRange(start, position))
            }
        } else if isAt("=") {
            throw fail("an option is written without spaces around =", hint: "write name=value")
        }
        let valueStart = position
        defer { note(.argument(of: call, key: key), from: valueStart) }
        if key == nil, isAt("{"), isBlockNext {
            let block = try block()
            return Argument(
                key: nil, value: Expression(.block(block), at: block.range), range: block.range)
        }
        let value = try argumentValue(joinsCalls: key != nil)
        return Argument(key: key, value: value, range: SourceRange(start, position))
    }

    /// Whether the `{` that comes next begins statements: a record has a `:` behind its first name, and
    /// a value in braces by mistake, as in `{r.loss}`, is no statement.
    private var isBlockNext: Bool {
        var parser = self
        parser.position += 1
        parser.openBrackets += 1
        parser.skipSpace()
        if parser.isAtEnd { return true }
        guard let word = parser.word(at: parser.position, dashes: true) else { return false }
        guard let next = byte(at: word.upper) else { return true }
        guard CharacterKind.isSpace(next) || "\n;}=".utf8.contains(next) else { return false }
        parser.position = word.upper
        parser.skipSpace()
        return !parser.isAt(":")
    }

    /// One value: a quoted string, `(expression)`, a list, a record, `$name…`, or a bare word, in which a call
    /// may have spaces behind its commas where `joinsCalls`.
    mutating func argumentValue(joinsCalls: Bool = false) throws(Abandoned) -> Expression {
        switch current {
        case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "["), UInt8(ascii: "{"):
            return try primary()
        case UInt8(ascii: "("): return try primary()
        case UInt8(ascii: "$"):
            if let reference = try wholeReference() { return reference }
        default: break
        }
        return try bareWord(joinsCalls: joinsCalls)
    }

    /// `$name`, with fields and indices, when nothing else belongs to the word.
    private mutating func wholeReference() throws(Abandoned) -> Expression? {
        let start = position
        let reference = try postfix(try variableReference())
        if isAtWordEnd { return reference }
        position = start
        marks?.back(to: start)
        return nil
    }

    private var isAtWordEnd: Bool {
        guard let byte = current else { return true }
        return CharacterKind.isSpace(byte) || "\n;)]}".utf8.contains(byte)
    }

    private mutating func bareWord(joinsCalls: Bool) throws(Abandoned) -> Expression {
        let start = position
        // Where the characters begin that no part has yet.
        var piece = start
        var segments: [Expression.Segment] = []
        var literal: [UInt8] = []
        var closers: [UInt8] = []
        scan: while let byte = current {
            switch byte {
            case UInt8(ascii: " ")
            where joinsCalls && closers.last == UInt8(ascii: ")")
                && literal.last == UInt8(ascii: ","):
                position += 1
                continue scan
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"), UInt8(ascii: "\n"),
                UInt8(ascii: ";"):
                break scan
            case UInt8(ascii: "\""), UInt8(ascii: "'"): break scan
            case UInt8(ascii: "("): closers.append(UInt8(ascii: ")"))
            case UInt8(ascii: "["): closers.append(UInt8(ascii: "]"))
            case UInt8(ascii: "{"): closers.append(UInt8(ascii: "}"))
            case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
                guard closers.last == byte else { break scan }
                closers.removeLast()
            case UInt8(ascii: "\\"):
                guard let next = self.byte(at: position + 1), continuationEnd == nil else {
                    break scan
                }
                if CharacterKind.isSpace(next) {
                    literal.append(next)
                    position += 2
                    continue scan
                }
            case UInt8(ascii: "$"):
                if word(at: position + 1, dashes: false) != nil {
                    if !literal.isEmpty {
                        segments.append(.literal(String(decoding: literal, as: UTF8.self)))
                    }
                    literal = []
                    markWord(from: piece)
                    segments.append(.interpolation(try variableReference()))
                    piece = position
                    continue scan
                }
            default: break
            }
            literal.append(byte)
            position += 1
        }
        if position == start {
            if let strange = strangeCharacter() { throw strange }
            throw fail("this does not fit here", hint: "remove it")
        }
        markWord(from: piece)
        if !literal.isEmpty { segments.append(.literal(String(decoding: literal, as: UTF8.self))) }
        return Expression(.word(segments), at: SourceRange(start, position))
    }
}
