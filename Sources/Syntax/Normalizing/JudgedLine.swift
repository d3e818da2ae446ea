import TerminalText

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
    /// The statement that it would be, where it is left out although it could run.
    package let candidate: String?

    /// The line as a message shows it.
    package var shown: String {
        // Each word takes a column with its space, so further ones are not seen.
        let words = text.split(maxSplits: 61, whereSeparator: \.isWhitespace).prefix(61)
        let text = words.joined(separator: " ")
        return TerminalText.columns(text) <= 60
            ? text : TerminalText.prefix(text, columns: 59) + "…"
    }
}
