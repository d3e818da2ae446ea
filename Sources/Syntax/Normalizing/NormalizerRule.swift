/// One rule that makes statements of copied text.
///
/// A rule changes or drops lines of the page. Its result is a page for the rules after it, and for the
/// same rule once more: the rules are repeated until they change nothing.
protocol NormalizerRule: Sendable {
    /// What it takes away or repairs, and why.
    static var summary: String { get }
    /// Whether code of notes goes through it too: such code stands in no markup, and every line of it is
    /// meant.
    static var changesCode: Bool { get }

    /// Applies the rule to all lines of a page.
    static func apply(to page: inout Page, _ normalizer: Normalizer)
}

extension NormalizerRule {
    static var changesCode: Bool { false }
}
