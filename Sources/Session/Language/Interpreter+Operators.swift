import Platform
import Syntax

/// Operators, and the values that they and lists make.
extension Interpreter {
    mutating func apply(_ symbol: UnaryOperator, _ operand: Expression) throws(Failure)
        -> Value
    {
        switch symbol {
        case .not: return .boolean(!(try condition(operand)))
        case .negate:
            let value = try evaluate(operand)
            if case .percentage(let percent) = value { return .percentage(-percent) }
            return .number(-(try number(value, at: operand.range)))
        }
    }

    mutating func apply(
        _ operations: [Expression.Operation], to first: Expression
    ) throws(Failure) -> Value {
        var value = try evaluate(first)
        var range = first.range
        for operation in operations {
            try apply(operation.symbol, operation.operand, to: &value, at: range)
            range = range.union(operation.operand.range)
        }
        return value
    }

    /// Makes of a value, which stands at `range`, the result of an operator with what is on its right.
    private mutating func apply(
        _ symbol: BinaryOperator, _ right: Expression, to value: inout Value, at range: SourceRange
    ) throws(Failure) {
        switch symbol {
        case .and: if try flag(value, at: range) { value = .boolean(try condition(right)) }
        case .or: if try !flag(value, at: range) { value = .boolean(try condition(right)) }
        case .equal: value = .boolean(try isEqual(value, right))
        case .notEqual: value = .boolean(try !isEqual(value, right))
        case .add: try add(right, to: &value, at: range)
        case .less: value = .boolean(try number(value, at: range) < number(right))
        case .lessOrEqual: value = .boolean(try number(value, at: range) <= number(right))
        case .greater: value = .boolean(try number(value, at: range) > number(right))
        case .greaterOrEqual: value = .boolean(try number(value, at: range) >= number(right))
        case .subtract:
            let other = try evaluate(right)
            if case .percentage(let a) = value, case .percentage(let b) = other {
                value = .percentage(a - b)
            } else {
                value = .number(
                    try number(value, at: range) - number(other, at: right.range))
            }
        case .multiply: value = .number(try number(value, at: range) * number(right))
        case .divide: value = .number(try number(value, at: range) / divisor(right))
        case .remainder:
            value = .number(Mathematics.fmod(try number(value, at: range), try divisor(right)))
        case .power:
            value = .number(Mathematics.pow(try number(value, at: range), try number(right)))
        }
    }

    private mutating func isEqual(_ value: Value, _ right: Expression) throws(Failure) -> Bool {
        let isEqual = value == (try evaluate(right))
        // A comparison that was given up means nothing.
        if session.environment.isAbandoned() { throw Failure.interrupted }
        return isEqual
    }

    /// Appends in place, so that a long sum of lists or strings copies none of them again and again.
    private mutating func add(
        _ right: Expression, to value: inout Value, at range: SourceRange
    ) throws(Failure) {
        let other = try evaluate(right)
        if case .percentage(let a) = value, case .percentage(let b) = other {
            value = .percentage(a + b)
        } else if let a = value.asNumber, let b = other.asNumber {
            value = .number(a + b)
        } else if case .string(var text) = value, case .string(let more) = other {
            try checkLength(text.utf8.count + more.utf8.count)
            value = .nothing
            text += more
            value = .string(text)
        } else if case .list(var list) = value, case .list(let more) = other {
            let extent = list.extent.joined(with: more.extent)
            if let refusal = extent.refusal { throw refusal.at(range.union(right.range)) }
            value = .nothing
            list.append(more)
            value = .list(list)
        } else {
            throw .cannotAdd(value, other, at: range.union(right.range))
        }
    }

    func checkLength(_ count: Int) throws(Failure) {
        guard count <= Extent.elementLimit else {
            throw Failure("this string grows beyond 16 million characters")
        }
    }

    /// A list or a record that was put together here, unless it is too large or too deep.
    func made(_ value: Value, at range: SourceRange) throws(Failure) -> Value {
        if let refusal = value.extent.refusal { throw refusal.at(range) }
        return value
    }

    private mutating func divisor(_ expression: Expression) throws(Failure) -> Double {
        let divisor = try number(expression)
        guard divisor != 0 else { throw Failure("division by zero", at: .range(expression.range)) }
        return divisor
    }

    mutating func number(_ expression: Expression) throws(Failure) -> Double {
        try number(try evaluate(expression), at: expression.range)
    }

    private func number(_ value: Value, at range: SourceRange) throws(Failure) -> Double {
        guard let number = value.asNumber else {
            throw Failure("a number is needed here, not \(value.kind)", at: .range(range))
        }
        return number
    }
}
