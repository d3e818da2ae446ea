/// What the end of a text belongs to in the grammar, for completion: in `sgd ba` it is an argument
/// of `sgd` that begins with `ba`.
package struct Place: Equatable, Sendable {
    package enum Kind: Equatable, Sendable {
        /// The first word of a statement.
        case statement
        /// The first word of what gives a value: after `x =`, after `return`.
        case evaluation
        /// A word that the grammar asks for here.
        case reserved(ReservedWord)
        /// An argument behind those that the call holds; with its key, the value of an option.
        case argument(of: Call, key: Name?)
        /// A value in an expression, with its fields: `r.lo`.
        case expression
        /// What follows a `$`.
        case reference
        /// A new name, a comment, the characters of a string, an operator, or behind a mistake.
        case other
    }

    package let kind: Kind
    /// The word at the end, which is empty after a space.
    package let range: SourceRange
}

extension Parser {
    /// Notes what the end of the text belongs to. The innermost part of the grammar that reaches the
    /// end notes it first, and the parts around it change nothing.
    mutating func note(
        _ kind: @autoclosure () -> Place.Kind, from start: Int, upTo end: Int? = nil
    ) {
        let count = source.bytes.count
        guard place == nil, end ?? position >= count else { return }
        place =
            endsInComment
            ? Place(kind: .other, range: SourceRange(count, count))
            : Place(kind: kind(), range: SourceRange(min(start, count), count))
    }
}
