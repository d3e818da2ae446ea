/// Statements in `{ }`.
package struct Block: Equatable, Sendable {
    package var statements: [Statement]
    /// From `{` to `}`, both included.
    package var range: SourceRange

    package init(_ statements: [Statement], at range: SourceRange) {
        self.statements = statements
        self.range = range
    }
}

/// A condition of an `if` with its block.
package struct Branch: Equatable, Sendable {
    package var condition: Expression
    package var body: Block

    package init(condition: Expression, body: Block) {
        self.condition = condition
        self.body = body
    }
}
