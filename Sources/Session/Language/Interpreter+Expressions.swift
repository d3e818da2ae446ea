import Syntax

/// Expressions.
extension Interpreter {
    mutating func evaluate(_ expression: Expression) throws(Failure) -> Value {
        try checkDepth(at: expression.range)
        switch expression.kind {
        case .number(let number): return .number(number)
        case .percentage(let percent): return .percentage(percent)
        case .nothing: return .nothing
        case .boolean(let flag): return .boolean(flag)
        case .string(let segments), .word(let segments): return .string(try text(of: segments))
        case .list(let items):
            var values: [Value] = []
            for item in items { values.append(try evaluate(item)) }
            return try made(.list(values), at: expression.range)
        case .record(let fields):
            var values: [(String, Value)] = []
            for field in fields { values.append((field.name.text, try evaluate(field.value))) }
            return try made(.record(Record(values)), at: expression.range)
        case .block:
            throw Failure(
                "statements in { } are no value",
                hint: "a record is written {name: value, …}, and a value (x)",
                at: .range(expression.range))
        case .range(let lower, let upper):
            let (first, last) = (try whole(lower), try whole(upper))
            // Its length and every place in it are whole numbers then.
            guard abs(Double(first)) < Self.longestRange, abs(Double(last)) < Self.longestRange
            else {
                throw Failure(
                    "a range goes no further than 4e18 from 0", at: .range(expression.range))
            }
            return .range(lower: first, upper: last)
        case .variable(let name): return try variable(name, at: expression.range)
        case .field(let base, let name): return try field(name, of: evaluate(base))
        case .index(let base, let index):
            let value = try element(of: base, at: index)
            if base.isResults {
                pin(value, of: GivenVariable.results.rawValue, at: expression.range)
            }
            return value
        case .call(let name, let arguments): return try call(name, arguments, at: expression.range)
        case .unary(let symbol, let operand): return try apply(symbol, operand)
        case .operations(let first, let operations): return try apply(operations, to: first)
        }
    }

    private static let longestRange = 4e18

    mutating func condition(_ expression: Expression) throws(Failure) -> Bool {
        try flag(try evaluate(expression), at: expression.range)
    }

    func flag(_ value: Value, at range: SourceRange) throws(Failure) -> Bool {
        guard case .boolean(let flag) = value else {
            throw Failure(
                "a condition must be true or false, not \(value.kind)",
                hint: "compare it, as in x > 0", at: .range(range))
        }
        return flag
    }

    private mutating func text(of segments: [Expression.Segment]) throws(Failure) -> String {
        var text = ""
        for segment in segments {
            switch segment {
            case .literal(let piece): text += piece
            case .interpolation(let inner): text += try evaluate(inner).text
            }
            try checkLength(text.utf8.count)
        }
        return text
    }

    private func variable(_ name: String, at range: SourceRange) throws(Failure) -> Value {
        if let value = variable(name) {
            pin(value, of: name, at: range)
            return value
        }
        if let constant = Functions.constants[name] { return .number(constant) }
        if name == GivenVariable.arguments.rawValue {
            let value = Value.list(session.environment.arguments.map(Value.string))
            pin(value, of: name, at: range)
            return value
        }
        let names = session.state.variables.names + Array((locals ?? [:]).keys)
        throw Failure.unknownVariable(name, among: names).at(range)
    }

    private func field(_ name: Name, of value: Value) throws(Failure) -> Value {
        guard case .record(let record) = value else {
            throw Failure("\(value.kind) has no field '\(name.text)'", at: .range(name.range))
        }
        if let value = record[name.text] { return value }
        let names = record.fields.map(\.name)
        throw Failure(
            "the record has no field '\(name.text)'",
            hint: Spelling.nearest(name.text, in: names).map { "did you mean '\($0)'?" }
                ?? "it has \(names.joined(separator: ", "))", at: .range(name.range))
    }

    private mutating func element(of base: Expression, at index: Expression) throws(Failure)
        -> Value
    {
        let position = try evaluate(index)
        if base.isResults, locals?[GivenVariable.results.rawValue] == nil {
            guard case .number(let number) = position, let cell = Int(exactly: number),
                let value = session.cells.values[cell]
            else {
                throw Failure(
                    "there is no cell \(position.literal) with a result", at: .range(index.range))
            }
            return value
        }
        let value = try evaluate(base)
        if case .record(let record) = value, case .string(let name) = position {
            guard let field = record[name] else {
                throw Failure("the record has no field '\(name)'", at: .range(index.range))
            }
            return field
        }
        guard let count = value.count else {
            throw Failure("\(value.kind) cannot be indexed", at: .range(base.range))
        }
        guard case .number(let number) = position, let whole = Int(exactly: number) else {
            throw Failure(
                "an index must be a whole number, not \(position.literal)", at: .range(index.range))
        }
        let offset = whole < 0 ? count + whole : whole
        guard offset >= 0, offset < count else {
            throw Failure(
                "index \(whole) is outside: "
                    + (count == 0
                        ? "the list is empty"
                        : count == 1
                            ? "there is 1 item, at 0"
                            : "there are \(count) items, from 0 to \(count - 1)"),
                at: .range(index.range))
        }
        return value.item(offset)
    }

    private mutating func call(
        _ name: Name, _ arguments: [Argument], at range: SourceRange
    ) throws(Failure) -> Value {
        if let user = session.state.definitions[name.text] {
            return try invoke(user, arguments: arguments, at: range)
        }
        guard let function = Functions.named(name.text) else {
            let definitions = session.state.definitions.names
            throw Failure.unknownFunction(name.text, definitions: definitions).at(name.range)
        }
        var values: [Value] = []
        for argument in arguments {
            if let key = argument.key {
                throw Failure("\(name.text) takes no named arguments", at: .range(key.range))
            }
            values.append(try evaluate(argument.value))
        }
        do throws(Failure) {
            guard function.arity.contains(values.count) else {
                throw Failure("\(name.text) is called as \(function.usage)")
            }
            return try function.apply(values)
        } catch {
            var failure = error
            if failure.culprit == .statement { failure.culprit = .range(range) }
            throw failure
        }
    }

    private mutating func whole(_ expression: Expression) throws(Failure) -> Int {
        guard let whole = Int(exactly: try number(expression)) else {
            throw Failure("a range goes between whole numbers", at: .range(expression.range))
        }
        return whole
    }
}

extension Expression {
    /// Whether it is the variable `out`.
    fileprivate var isResults: Bool { kind == .variable(GivenVariable.results.rawValue) }
}

extension Value {
    /// The number of items of a list or a range; nil for every other kind.
    var count: Int? {
        switch self {
        case .list(let items): items.count
        case .range(let lower, let upper): upper < lower ? 0 : upper - lower + 1
        default: nil
        }
    }

    /// The item at an offset from 0 to `count` - 1.
    fileprivate func item(_ offset: Int) -> Value {
        switch self {
        case .list(let items): items[offset]
        case .range(let lower, _): .count(lower + offset)
        default: .nothing
        }
    }
}
