import Notebook
import Platform
import Syntax

/// Runs parsed statements: control flow, variables, and calls of commands and definitions.
struct Interpreter {
    let session: Session
    let source: Source
    /// The variables of the definition that is running; nil outside of one.
    var locals: [String: Value]?
    /// Inside a block, a command on the right of `=` shows nothing.
    private var blockDepth = 0

    init(session: Session, source: Source, locals: [String: Value]? = nil) {
        self.session = session
        self.source = source
        self.locals = locals
    }

    /// How a statement ended.
    enum Flow {
        case next(Value)
        case leaveLoop
        case continueLoop
        case leaveDefinition(Value)
    }

    /// The number of definitions that may call one another: small enough for the stack.
    static let depthLimit = 100

    /// Refuses to go deeper where the stack is nearly used up: each definition may call another one
    /// from within blocks and brackets of its own.
    func checkDepth(at range: SourceRange) throws(Failure) {
        guard StackBudget.isSpent else { return }
        throw Failure(
            "calls, blocks and brackets are nested too deep here",
            hint: "let a definition call itself less often", at: .range(range))
    }

    mutating func runTopLevel(_ statement: Statement) throws(Failure) -> Value {
        switch try run(statement) {
        case .next(let value): return value
        case .leaveDefinition(let value): return value
        case .leaveLoop, .continueLoop:
            throw Failure("break and continue belong inside a loop", at: .range(statement.range))
        }
    }

    mutating func run(_ block: Block) throws(Failure) -> Flow {
        try checkDepth(at: block.range)
        blockDepth += 1
        defer { blockDepth -= 1 }
        var last = Value.nothing
        for statement in block.statements {
            let flow = try run(statement)
            guard case .next(let value) = flow else { return flow }
            last = value
            if value != .nothing {
                (session.cells.lastValue, session.running.isResultOwn) = (value, true)
            }
        }
        return .next(last)
    }

    mutating func run(_ statement: Statement) throws(Failure) -> Flow {
        if session.environment.isInterrupted() { throw Failure.interrupted }
        switch statement.kind {
        case .assignment(let name, let evaluation):
            if let value = try grown(name, evaluation) {
                try assign(value, to: name)
            } else {
                try assign(value(of: evaluation, isQuiet: blockDepth > 0), to: name)
            }
            return .next(.nothing)
        case .command(let call): return .next(try runOrShow(call))
        case .expression(let expression):
            let value = try evaluate(expression)
            if value != .nothing { try show(value) }
            return .next(value)
        case .forEach(let variable, let sequence, let body):
            return try loop(over: sequence, as: variable, body)
        case .repeatTimes(let count, let body): return try loop(times: count, body)
        case .whileLoop(let condition, let body):
            return try loop(body) { interpreter throws(Failure) in
                try interpreter.condition(condition)
            }
        case .conditional(let branches, let otherwise):
            for branch in branches {
                if try condition(branch.condition) { return try run(branch.body) }
            }
            guard let otherwise else { return .next(.nothing) }
            return try run(otherwise)
        case .definition(let definition):
            try define(definition)
            return .next(.nothing)
        case .returnValue(let evaluation):
            guard let evaluation else { return .leaveDefinition(.nothing) }
            return .leaveDefinition(try value(of: evaluation, isQuiet: true))
        case .breakLoop: return .leaveLoop
        case .continueLoop: return .continueLoop
        }
    }

    /// Shows a value as text, unless that is given up on the way.
    func show(_ value: Value) throws(Failure) {
        let text = value.text
        if session.environment.isAbandoned() { throw Failure.interrupted }
        session.show(.text(text))
    }

    mutating func value(of evaluation: Evaluation, isQuiet: Bool) throws(Failure) -> Value {
        switch evaluation {
        case .expression(let expression): return try evaluate(expression)
        case .command(let call):
            if call.arguments.isEmpty, let value = variable(call.name.text) {
                pin(value, of: call.name.text, at: call.name.range)
                return value
            }
            return try invoke(call, isQuiet: isQuiet)
        }
    }

    // MARK: - Loops

    private mutating func loop(
        over sequence: Expression, as variable: Name, _ body: Block
    ) throws(Failure) -> Flow {
        let value = try evaluate(sequence)
        if case .range(let lower, let upper) = value {
            var next = lower
            return try loop(body) { interpreter throws(Failure) in
                guard next <= upper else { return false }
                try interpreter.assign(.count(next), to: variable)
                next += 1
                return true
            }
        }
        guard case .list(let items) = value else {
            throw Failure(
                "for needs a list or a range after 'in', not \(value.kind)",
                hint: "write [1, 2, 3] or 1..3", at: .range(sequence.range))
        }
        var rest = items[...]
        return try loop(body) { interpreter throws(Failure) in
            guard let item = rest.popFirst() else { return false }
            try interpreter.assign(item, to: variable)
            return true
        }
    }

    private mutating func loop(times count: Expression, _ body: Block) throws(Failure) -> Flow {
        let value = try evaluate(count)
        guard case .number(let number) = value, let times = Int(exactly: number), times >= 0 else {
            throw Failure(
                "repeat needs a whole number of times, not \(value.literal)",
                at: .range(count.range))
        }
        var left = times
        return try loop(body) { _ throws(Failure) in
            left -= 1
            return left >= 0
        }
    }

    private mutating func loop(
        _ body: Block, while next: (inout Interpreter) throws(Failure) -> Bool
    ) throws(Failure) -> Flow {
        var last = Value.nothing
        while try next(&self) {
            if session.environment.isInterrupted() { throw Failure.interrupted }
            switch try run(body) {
            case .next(let value): last = value
            case .continueLoop: continue
            case .leaveLoop: return .next(last)
            case .leaveDefinition(let value): return .leaveDefinition(value)
            }
        }
        return .next(last)
    }

    // MARK: - Names

    func variable(_ name: String) -> Value? {
        if name == GivenVariable.lastResult.rawValue { return session.cells.lastValue }
        return locals?[name] ?? session.state.variables[name]
    }

    /// Notes a value that a statement takes from other cells or the command line, for saved sessions.
    func pin(_ value: Value, of name: String, at range: SourceRange) {
        guard let given = GivenVariable(rawValue: name) else { return }
        let isOwn = given == .lastResult && session.running.isResultOwn
        if locals == nil {
            session.running.pins.append(
                Pin(name: name, range: range, value: isOwn ? nil : value))
        } else if given == .lastResult, !isOwn {
            session.running.needsResult = true
        }
    }

    /// Notes where a relative path leads after `cd`, for a saved session begins in another folder.
    func pinPath(_ value: Value, at range: SourceRange) {
        guard case .string(let path) = value, !path.hasPrefix("/"), !path.hasPrefix("~"),
            let folder = session.environment.movedFolder()
        else { return }
        let value = Value.string(folder + "/" + path)
        let isSteady = session.running.pins.allSatisfy { $0.range != range || $0.value == value }
        guard locals == nil, isSteady else {
            // In a definition or a loop's turns one path cannot be written out.
            return session.running.warnings.add(
                "\(path) is looked for in \(folder); a saved session looks for it where it begins")
        }
        session.running.pins.append(Pin(name: "path", range: range, value: value))
    }

    /// Sets a variable: of the definition inside one, of the session outside.
    mutating func assign(_ value: Value, to name: Name) throws(Failure) {
        if Commands.named(name.text) != nil {
            throw Failure(
                "\(name.text) is a command and cannot be a variable",
                hint: OtherNames.statements[name.text].map { "to set it, write \($0)" }
                    ?? "choose another name, such as \(name.text)_",
                at: .range(name.range))
        }
        if GivenVariable(rawValue: name.text) != nil {
            throw Failure(
                "\(name.text) is set by lc itself; choose another name", at: .range(name.range))
        }
        if locals != nil {
            locals?[name.text] = value
        } else {
            let replaced = session.state.variables.set(name.text, to: value)
            if let replaced { session.running.noteReplaced(replaced, of: name.text, by: value) }
        }
    }

    private mutating func define(_ definition: Definition) throws(Failure) {
        let name = definition.name
        if Commands.named(name.text) != nil || Functions.named(name.text) != nil {
            throw Failure(
                "\(name.text) is built in and cannot be defined again", hint: "choose another name",
                at: .range(name.range))
        }
        session.state.definitions.set(
            name.text,
            to: UserCommand(definition: definition, source: source, writes: session.writes))
    }
}
