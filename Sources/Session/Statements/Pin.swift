package import Syntax

/// A value that a statement took from outside itself, and where it stands in the text.
package struct Pin {
    package let name: String
    package let range: SourceRange
    /// Nil for a `_` that the statement itself gave.
    package let value: Value?

    package init(name: String, range: SourceRange, value: Value?) {
        self.name = name
        self.range = range
        self.value = value
    }
}
