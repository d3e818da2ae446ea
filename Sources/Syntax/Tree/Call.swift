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

/// One argument of a call, with its key where `key=` stands before it.
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
