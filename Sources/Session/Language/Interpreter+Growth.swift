import Syntax

/// Strings that grow by and by.
extension Interpreter {
    /// What `s = s + …` makes of a string; nil for every other assignment. What `s` stood for is let go before
    /// the string grows, so that a long loop does not copy it each time.
    mutating func grown(_ name: Name, _ evaluation: Evaluation) throws(Failure) -> Value? {
        guard case .expression(let expression) = evaluation,
            case .operations(let first, let operations) = expression.kind,
            case .variable(let grown) = first.kind, grown == name.text,
            case .string? = variable(grown), operations.allSatisfy({ $0.symbol == .add })
        else { return nil }
        var value = try evaluate(first)
        let added = try self.text(of: operations, addedTo: value, at: first.range)
        guard case .string(var text) = value else { return nil }
        try checkLength(text.utf8.count + added.utf8.count)
        value = .nothing
        try assign(.nothing, to: name)
        text += added
        return .string(text)
    }

    private mutating func text(
        of operations: [Expression.Operation], addedTo value: Value, at range: SourceRange
    ) throws(Failure) -> String {
        var text = ""
        var range = range
        for operation in operations {
            let other = try evaluate(operation.operand)
            range = range.union(operation.operand.range)
            guard case .string(let more) = other else {
                throw .cannotAdd(value, other, at: range)
            }
            text += more
            try checkLength(text.utf8.count)
        }
        return text
    }
}

extension Failure {
    static func cannotAdd(_ a: Value, _ b: Value, at range: SourceRange) -> Failure {
        Failure("\(a.kind) and \(b.kind) cannot be added", at: .range(range))
    }
}
