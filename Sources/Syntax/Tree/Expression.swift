/// What gives a value.
package struct Expression: Equatable, Sendable {
    package indirect enum Kind: Equatable, Sendable {
        case number(Double)
        /// `20%`, with its 20.
        case percentage(Double)
        /// The word `nothing`.
        case nothing
        case boolean(Bool)
        /// A string in quotes, with its interpolated parts.
        case string([Segment])
        /// A bare word in a command's arguments: `svm`, `~/data/x`, `1e-3`, `out-$i.svg`. What it
        /// means (a number, a path, one of several names) is for the command's declaration to say.
        case word([Segment])
        case list([Expression])
        case record([Field])
        /// Statements in `{ }`, which stand only as an argument of a command that runs them.
        case block(Block)
        /// `1..10`, both ends included.
        case range(Expression, Expression)
        /// `lr`, `$lr`, `_`
        case variable(String)
        /// `r.loss`
        case field(Expression, Name)
        /// `xs[0]`, `out[3]`
        case index(Expression, Expression)
        /// `logspace(-4, -1, 4)`, or a function made with `def`
        case call(Name, [Argument])
        case unary(UnaryOperator, Expression)
        /// `a + b - c`: operators that bind equally strong, done from left to right. A long row of
        /// them is a list, so that nothing calls itself for each.
        case operations(Expression, [Operation])
    }

    /// A piece of a string: its characters, or `{expression}` (in a word: `$name`).
    package enum Segment: Equatable, Sendable {
        case literal(String)
        case interpolation(Expression)
    }

    /// An operator with the operand on its right.
    package struct Operation: Equatable, Sendable {
        package var symbol: BinaryOperator
        package var operand: Expression

        package init(_ symbol: BinaryOperator, _ operand: Expression) {
            self.symbol = symbol
            self.operand = operand
        }
    }

    package struct Field: Equatable, Sendable {
        package var name: Name
        package var value: Expression

        package init(name: Name, value: Expression) {
            self.name = name
            self.value = value
        }
    }

    package var kind: Kind
    package var range: SourceRange

    package init(_ kind: Kind, at range: SourceRange) {
        self.kind = kind
        self.range = range
    }
}
