/// What a line of copied text is, and why.
struct Verdict: Equatable {
    let kind: LineKind
    let reason: String

    init(_ kind: LineKind, _ reason: String) { (self.kind, self.reason) = (kind, reason) }
}

/// What a line of copied text is.
package enum LineKind: String, Sendable {
    case blank
    /// A statement, or a part of one; it is kept.
    case command
    /// It does nothing, and is kept.
    case comment
    /// What a program showed.
    case output
    case prose
    /// Marks that only shape a page: fences, rulers, heads of messages.
    case markup
    /// Joined to the line before it.
    case joined
    /// A statement or not: the evidence does not say. The text is refused.
    case unclear

    var isKept: Bool {
        switch self {
        case .blank, .command, .comment, .unclear: true
        case .output, .prose, .markup, .joined: false
        }
    }
}
