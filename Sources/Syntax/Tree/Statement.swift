/// One statement and the text that it covers.
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
