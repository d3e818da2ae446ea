/// `-x`, `not x`
package enum UnaryOperator: String, Sendable {
    case negate = "-"
    case not = "not"
}

/// An operator between two values; `..` is no operator, but makes a range.
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
