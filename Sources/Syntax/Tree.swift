/// A parsed text: its statements, and everything that was wrong with it.
package struct Script: Sendable {
    package var source: Source
    /// Every statement that could be understood, in order; one that could not is left out and has a
    /// diagnostic instead.
    package var statements: [Statement]
    package var diagnostics: [Diagnostic]
    /// The text ended inside a block, a bracket, a string or after a `\`: more lines may complete it.
    package var isIncomplete: Bool

    package init(
        source: Source, statements: [Statement], diagnostics: [Diagnostic], isIncomplete: Bool
    ) {
        self.source = source
        self.statements = statements
        self.diagnostics = diagnostics
        self.isIncomplete = isIncomplete
    }
}

/// A word of the text with its place.
package struct Name: Equatable, Sendable {
    package var text: String
    package var range: SourceRange

    package init(_ text: String, at range: SourceRange) {
        self.text = text
        self.range = range
    }
}

package struct Statement: Equatable, Sendable {
    package indirect enum Kind: Equatable, Sendable {
        /// `lr = 1e-3`, `r = sgd lr=$lr`
        case assignment(Name, Evaluation)
        /// `sgd lr=1e-3`, and `r` alone: whether a lone word is a command or a variable is not for
        /// the parser to know.
        case command(Call)
        /// `1 + 2`, `r.loss`, `lr * 2`
        case expression(Expression)
        /// `for x in list { … }`
        case forEach(variable: Name, sequence: Expression, body: Block)
        /// `repeat n { … }`
        case repeatTimes(count: Expression, body: Block)
        /// `while c { … }`
        case whileLoop(condition: Expression, body: Block)
        /// `if c { … } else if d { … } else { … }`
        case conditional(branches: [Branch], otherwise: Block?)
        /// `def name a b=1 { … }`
        case definition(Definition)
        /// `return`, `return expression`, `return command …`
        case returnValue(Evaluation?)
        case breakLoop
        case continueLoop
    }

    package var kind: Kind
    package var range: SourceRange

    package init(_ kind: Kind, at range: SourceRange) {
        self.kind = kind
        self.range = range
    }
}

package struct Block: Equatable, Sendable {
    package var statements: [Statement]
    /// From `{` to `}`, both included.
    package var range: SourceRange

    package init(_ statements: [Statement], at range: SourceRange) {
        self.statements = statements
        self.range = range
    }
}

package struct Branch: Equatable, Sendable {
    package var condition: Expression
    package var body: Block

    package init(condition: Expression, body: Block) {
        self.condition = condition
        self.body = body
    }
}

/// `def name a b=1 { … }`
package struct Definition: Equatable, Sendable {
    package struct Parameter: Equatable, Sendable {
        package var name: Name
        package var defaultValue: Expression?

        package init(name: Name, defaultValue: Expression?) {
            self.name = name
            self.defaultValue = defaultValue
        }
    }

    package var name: Name
    package var parameters: [Parameter]
    package var body: Block

    package init(name: Name, parameters: [Parameter], body: Block) {
        self.name = name
        self.parameters = parameters
        self.body = body
    }
}

/// What can stand where a value is wanted: an expression, or a command, which gives its record.
package indirect enum Evaluation: Equatable, Sendable {
    case expression(Expression)
    case command(Call)
}

/// `name arg … key=value …`
package struct Call: Equatable, Sendable {
    package var name: Name
    package var arguments: [Argument]
    package var range: SourceRange

    package init(name: Name, arguments: [Argument], range: SourceRange) {
        self.name = name
        self.arguments = arguments
        self.range = range
    }
}

package struct Argument: Equatable, Sendable {
    /// The word before `=`, for an option.
    package var key: Name?
    /// What was written: a bare word (`.word`), a string, `$name`, `(expression)`, a list or a record.
    package var value: Expression
    /// Key and value.
    package var range: SourceRange

    package init(key: Name?, value: Expression, range: SourceRange) {
        self.key = key
        self.value = value
        self.range = range
    }
}

package struct Expression: Equatable, Sendable {
    package indirect enum Kind: Equatable, Sendable {
        case number(Double)
        case boolean(Bool)
        /// A string in quotes, with its interpolated parts.
        case string([Segment])
        /// A bare word in a command's arguments: `svm`, `~/data/x`, `1e-3`, `out-$i.svg`. What it
        /// means (a number, a path, one of several names) is for the command's declaration to say.
        case word([Segment])
        case list([Expression])
        case record([Field])
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
        case binary(BinaryOperator, Expression, Expression)
    }

    /// A piece of a string: its characters, or `{expression}` (in a word: `$name`).
    package enum Segment: Equatable, Sendable {
        case literal(String)
        case interpolation(Expression)
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

package enum UnaryOperator: String, Sendable {
    case negate = "-"
    case not = "not"
}

package enum BinaryOperator: String, CaseIterable, Sendable {
    case or = "or"
    case and = "and"
    case equal = "=="
    case notEqual = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case add = "+"
    case subtract = "-"
    case multiply = "*"
    case divide = "/"
    case remainder = "%"
    case power = "^"
}
