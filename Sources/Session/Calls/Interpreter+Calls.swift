import Declarations
import Notebook
import Platform
import Syntax

/// Calls of commands and of definitions.
extension Interpreter {
    /// A word alone shows the variable of that name; everything else is a call.
    mutating func runOrShow(_ call: Call) throws(Failure) -> Value {
        if call.arguments.isEmpty, Commands.named(call.name.text) == nil,
            let value = variable(call.name.text)
        {
            pin(value, of: call.name.text, at: call.name.range)
            try show(value)
            return value
        }
        return try invoke(call, isQuiet: false)
    }

    mutating func invoke(_ call: Call, isQuiet: Bool) throws(Failure) -> Value {
        if let command = Commands.named(call.name.text) {
            return try invoke(command, call, isQuiet: isQuiet)
        }
        if let user = session.state.definitions[call.name.text] {
            return try invoke(user, arguments: call.arguments, at: call.range)
        }
        throw unknown(call.name)
    }

    private mutating func invoke(
        _ command: any Command.Type, _ call: Call, isQuiet: Bool
    ) throws(Failure) -> Value {
        let binding = try Binder(command: command, call: call).bind()
        var given = ParameterValues()
        var rest: [Value] = []
        var restName: String?
        for (parameter, argument, impliedFlag) in binding.arguments {
            if case .block(let block) = argument.value.kind {
                given[parameter.name] = Procedure(block, of: source, locals: locals)
                continue
            }
            let value = impliedFlag ? true : try value(of: argument, for: parameter)
            if case .path = parameter.kind { pinPath(value, at: argument.value.range) }
            if case .rest = parameter.kind {
                rest.append(value)
                restName = parameter.name
            } else {
                do throws(Failure) {
                    given[parameter.name] = try parameter.check(value, of: command.name)
                } catch {
                    throw located(error, in: binding, call)
                }
            }
        }
        if let restName { given[restName] = rest }
        let outcome: Outcome
        let invocation = Invocation(form: binding.form, values: given)
        do throws(Failure) {
            outcome = try run(command, invocation)
        } catch {
            throw located(error, in: binding, call)
        }
        if restName == nil { session.lastCalls[command.name] = invocation }
        session.cells.ingredients.formUnion(command.ingredients(of: invocation))
        let isSilent = session.environment.isQuiet || session.isSilent
        let isHidden = isQuiet || isSilent && command.group != .session
        if isHidden {
            if let warning = outcome.warning { session.running.warnings.add(warning) }
        } else {
            outcome.outputs.forEach(session.show)
        }
        return outcome.value
    }

    /// In a list of words a name stands for itself, where no variable has it.
    private mutating func value(
        of argument: Argument, for parameter: any AnyParameter
    ) throws(Failure) -> Value {
        guard parameter.kind.isWords, case .list(let items) = argument.value.kind else {
            return try evaluate(argument.value)
        }
        var words: [Value] = []
        for item in items {
            if case .variable(let name) = item.kind, variable(name) == nil {
                words.append(.string(name))
            } else {
                words.append(try evaluate(item))
            }
        }
        return .list(words)
    }

    private func run(_ command: any Command.Type, _ call: Invocation) throws(Failure) -> Outcome {
        try session.requestMemory(for: call, of: command)
        let changed = session.changedFile
        let keepsWork = Abandonment.keepsWork
        Abandonment.keepsWork = command.keepsWork
        defer { Abandonment.keepsWork = keepsWork }
        let outcome: Outcome
        do throws(Failure) {
            outcome = try command.run(call, in: session)
        } catch {
            throw session.failureOfWork(since: changed) ?? error
        }
        if let failure = session.failureOfWork(since: changed) { throw failure }
        return outcome
    }

    /// The failure with its place in the text.
    private func located(_ failure: Failure, in binding: Binder.Binding, _ call: Call) -> Failure {
        var failure = failure
        switch failure.culprit {
        case .parameter(let name):
            failure.culprit = .range(binding.range(of: name) ?? call.name.range)
        case .statement: failure.culprit = .range(call.range)
        case .range, .elsewhere, .interruption: break
        }
        return failure
    }

    private func unknown(_ name: Name) -> Failure {
        Failure.unknownCommand(
            name.text, definitions: session.state.definitions.names,
            variables: (session.state.variables.names + (locals ?? [:]).keys).sorted()
        ).at(name.range)
    }

    // MARK: - Definitions

    mutating func invoke(
        _ user: UserCommand, arguments: [Argument], at range: SourceRange
    ) throws(Failure) -> Value {
        let values = try bind(arguments, to: user, at: range)
        guard session.depth < Interpreter.depthLimit else {
            throw Failure(
                "\(user.definition.name.text) calls itself more than \(Interpreter.depthLimit) deep",
                at: .range(range))
        }
        session.depth += 1
        let outer = (session.cells.lastValue, session.running.isResultOwn, session.writes)
        session.writes = session.writes.limited(to: user.writes)
        defer {
            session.depth -= 1
            (session.cells.lastValue, session.running.isResultOwn, session.writes) = outer
        }
        var body = Interpreter(session: session, source: user.source, locals: values)
        do throws(Failure) {
            switch try body.run(user.definition.body) {
            case .next(let value), .leaveDefinition(let value): return value
            case .leaveLoop, .continueLoop:
                throw Failure("break and continue belong inside a loop", at: .range(range))
            }
        } catch {
            throw error.inside(user.source, unless: source)
        }
    }

    private mutating func bind(
        _ arguments: [Argument], to user: UserCommand, at range: SourceRange
    ) throws(Failure) -> [String: Value] {
        let definition = user.definition
        let names = definition.parameters.map(\.name.text)
        lazy var known = Set(names)
        var values: [String: Value] = [:]
        var free = names[...]
        for argument in arguments {
            let value = try plainValue(of: argument.value)
            if let key = argument.key {
                guard known.contains(key.text) else {
                    throw Failure(
                        "\(definition.name.text) has no option '\(key.text)'",
                        hint: Spelling.nearest(key.text, in: names).map { "did you mean '\($0)'?" }
                            ?? "it takes \(names.joined(separator: ", "))",
                        at: .range(key.range))
                }
                values[key.text] = value
            } else if let name = free.first(where: { values[$0] == nil }) {
                values[name] = value
                free = free.drop { $0 != name }.dropFirst()
            } else {
                throw Failure(
                    "\(definition.name.text) takes \(names.count) argument\(names.count == 1 ? "" : "s")",
                    at: .range(argument.range))
            }
        }
        for parameter in definition.parameters where values[parameter.name.text] == nil {
            guard let fallback = parameter.defaultValue else {
                throw Failure(
                    "\(definition.name.text) needs \(parameter.name.text)",
                    hint: "write \(user.usage)", at: .range(range))
            }
            var defaults = Interpreter(session: session, source: user.source)
            values[parameter.name.text] = try defaults.plainValue(of: fallback)
        }
        return values
    }

    /// An argument of a definition: a word that reads as a number is one.
    private mutating func plainValue(of expression: Expression) throws(Failure) -> Value {
        let value = try evaluate(expression)
        guard case .word = expression.kind, case .string(let word) = value else { return value }
        if let percent = NumberLiteral.percentage(of: word) { return .percentage(percent) }
        if let number = NumberLiteral.value(of: word) { return .number(number) }
        return word == "true" ? true : word == "false" ? false : value
    }
}

extension UserCommand {
    /// A call as it is written: `f a [b=2]`.
    fileprivate var usage: String {
        let words = definition.parameters.map { parameter in
            parameter.defaultValue.map {
                "[\(parameter.name.text)=\(source.text(in: $0.range))]"
            } ?? parameter.name.text
        }
        return ([definition.name.text] + words).joined(separator: " ")
    }
}

extension Failure {
    /// A failure whose range belongs to another text becomes a diagnostic of that text.
    func inside(_ inner: Source, unless outer: Source?) -> Failure {
        guard inner !== outer, case .range(let range) = culprit else { return self }
        return Failure(
            message, hint: hint,
            at: .elsewhere(Diagnostic(message, hint: hint, at: range, in: inner)))
    }
}
