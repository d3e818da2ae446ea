/// What a part of a typed text is for the one who types it; a terminal has a style for each.
package enum TextRole: Sendable, CaseIterable {
    /// A command, a definition or a variable that there is.
    case command
    /// The beginning of a word that there is, while it is typed.
    case partial
    /// A first word or an option that there is not.
    case unknown
    case keyword
    case option
    case value
    case variable
    case function
    case number
    case string
    case comment
    /// A bracket or a quote that is never closed.
    case unclosed
}
