import Platform

/// Statements and blocks.
extension Parser {
    /// Statements up to the end, or to the `}` that closes a block.
    mutating func statements(untilBrace: Bool) -> [Statement] {
        let statements = allStatements(untilBrace: untilBrace)
        guard steps > Self.longText, Abandonment.isRequested else { return statements }
        // Whoever gave the text up does not wait until all of it is freed.
        LateRelease.free(statements)
        return []
    }

    private mutating func allStatements(untilBrace: Bool) -> [Statement] {
        var statements: [Statement] = []
        while true {
            skipSeparators()
            if isAtEnd {
                note(.statement, from: position)
                return statements
            }
            if isAt("}") {
                if untilBrace { return statements }
                _ = fail("this } closes nothing", hint: "remove it")
                position += 1
                continue
            }
            let depth = depth
            do throws(Abandoned) {
                let statement = try statement()
                try endOfStatement()
                statements.append(statement)
            } catch {
                self.depth = depth
                recover()
            }
            note(.other, from: position)
        }
    }

    private mutating func endOfStatement() throws(Abandoned) {
        skipSpace()
        guard let byte = current, byte != UInt8(ascii: "\n"), byte != UInt8(ascii: ";"),
            byte != UInt8(ascii: "}")
        else { return }
        if let expected = strangeCharacter() { throw expected }
        throw fail(
            "the statement should end here", hint: "put a ; or a new line between statements")
    }

    mutating func statement() throws(Abandoned) -> Statement {
        try checkInterruption()
        let start = position
        if let range = word(at: position, dashes: false) {
            let text = source.text(in: range)
            let reserved = ReservedWord(rawValue: text)
            if let reserved, reserved.isKeyword, !isAssignment(after: range.upper) {
                position = range.upper
                note(.statement, from: range.lower)
                mark(.keyword, range)
                let kind = try keyword(reserved, at: range)
                return Statement(kind, at: SourceRange(start, position))
            }
            if isAssignment(after: range.upper) {
                if reserved != nil {
                    throw fail(
                        "\(text) is a word of the language and cannot be a variable", at: range)
                }
                position = range.upper
                mark(.name, range)
                skipSpace()
                position += 1
                let value = try evaluation(at: .evaluation)
                return Statement(
                    .assignment(Name(text, at: range), value), at: SourceRange(start, position))
            }
        }
        let kind: Statement.Kind =
            switch try evaluation(at: .statement) {
            case .expression(let expression): .expression(expression)
            case .command(let call): .command(call)
            }
        return Statement(kind, at: SourceRange(start, position))
    }

    /// A single `=` comes next, after spaces.
    private func isAssignment(after place: Int) -> Bool {
        var place = place
        while let byte = byte(at: place), CharacterKind.isSpace(byte) { place += 1 }
        return byte(at: place) == UInt8(ascii: "=") && byte(at: place + 1) != UInt8(ascii: "=")
    }

    private mutating func keyword(_ word: ReservedWord, at range: SourceRange) throws(Abandoned)
        -> Statement.Kind
    {
        switch word {
        case .for: return try forEach()
        case .repeat:
            let count = try expression()
            return .repeatTimes(count: count, body: try block(.repeat))
        case .while:
            let condition = try expression()
            return .whileLoop(condition: condition, body: try block(.while))
        case .if: return try conditional()
        case .def: return .definition(try definition())
        case .return:
            skipSpace()
            if isAtStatementEnd {
                note(.evaluation, from: position)
                return .returnValue(nil)
            }
            return .returnValue(try evaluation(at: .evaluation))
        case .break: return .breakLoop
        case .continue: return .continueLoop
        case .else:
            throw fail("else has no if before it", hint: "write it after the } of an if", at: range)
        case .in, .not, .and, .or, .true, .false, .nothing:
            throw fail("'\(word.rawValue)' cannot begin a statement", at: range)
        }
    }

    private mutating func forEach() throws(Abandoned) -> Statement.Kind {
        let variable = try name("the loop's variable, as in for x in 1..10 { … },")
        skipSpace()
        note(.reserved(.in), from: position, upTo: word(at: position, dashes: false)?.upper)
        guard take(.in) else {
            throw fail(
                "for needs 'in' after its variable",
                hint: "write for \(variable.text) in 1..10 { … }")
        }
        let sequence = try expression()
        return .forEach(variable: variable, sequence: sequence, body: try block(.for))
    }

    var isAtStatementEnd: Bool {
        guard let byte = current else { return true }
        return byte == UInt8(ascii: "\n") || byte == UInt8(ascii: ";") || byte == UInt8(ascii: "}")
    }

    private mutating func conditional() throws(Abandoned) -> Statement.Kind {
        var branches: [Branch] = []
        while true {
            let condition = try expression()
            branches.append(Branch(condition: condition, body: try block(.if)))
            guard takeElse() else { return .conditional(branches: branches, otherwise: nil) }
            skipSpace()
            guard take(.if) else {
                return .conditional(branches: branches, otherwise: try block(.else))
            }
        }
    }

    /// Takes an `else`, which may stand on a later line than the `}` before it.
    private mutating func takeElse() -> Bool {
        let start = position
        openBrackets += 1
        skipSpace()
        openBrackets -= 1
        if take(.else) { return true }
        position = start
        return false
    }

    private mutating func definition() throws(Abandoned) -> Definition {
        let name = try name("the name of the definition")
        var parameters: [Definition.Parameter] = []
        var names: Set<String> = []
        while true {
            skipSpace()
            guard !isAt("{"), !isAtStatementEnd else { break }
            let parameter = try self.name("a parameter or {")
            guard names.insert(parameter.text).inserted else {
                throw fail("\(parameter.text) is a parameter twice", at: parameter.range)
            }
            var fallback: Expression?
            if isAt("=") {
                position += 1
                fallback = try argumentValue()
            }
            parameters.append(Definition.Parameter(name: parameter, defaultValue: fallback))
        }
        return Definition(name: name, parameters: parameters, body: try block(.def))
    }

    private mutating func block(_ keyword: ReservedWord) throws(Abandoned) -> Block {
        skipSpace()
        guard isAt("{") else {
            throw fail("\(keyword.rawValue) needs a block in { } here", hint: "write { … }")
        }
        return try block()
    }

    /// A block whose `{` comes next.
    mutating func block() throws(Abandoned) -> Block {
        let start = position
        try descend()
        marks?.open(start)
        position += 1
        let outer = openBrackets
        openBrackets = 0
        let body = statements(untilBrace: true)
        openBrackets = outer
        guard isAt("}") else {
            isIncomplete = true
            throw fail("this { is never closed", hint: "add a }", at: SourceRange(start, start + 1))
        }
        marks?.close(start, at: position)
        position += 1
        depth -= 1
        return Block(body, at: SourceRange(start, position))
    }
}
