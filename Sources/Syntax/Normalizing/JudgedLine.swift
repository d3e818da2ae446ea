/// A line of copied text with what it was taken for.
package struct JudgedLine: Equatable, Sendable {
    /// Its number in the copied text, from 1.
    package let number: Int
    /// What was copied.
    package let text: String
    /// What is kept of it; empty when it is left out.
    package var statement: String
    package var kind: LineKind
    /// Why, in words.
    package var reason: String
    /// It is left out, although it could run.
    package let looksLikeStatement: Bool
}
