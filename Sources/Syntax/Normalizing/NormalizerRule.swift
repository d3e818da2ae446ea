/// One rule about copied text.
///
/// A rule finds regions, takes marks off lines, mends them, or leaves lines out for which there is
/// positive evidence that nobody meant them to run. Whether a line is a command is not a rule's to say:
/// ``Classifier`` judges what the rules leave.
protocol NormalizerRule: Sendable {
    /// What it takes away or repairs, and why.
    static var summary: String { get }
    /// Whether code of notes goes through it too: such code stands in no markup, and every line of it is
    /// meant.
    static var changesCode: Bool { get }

    /// Applies the rule to all lines of a page.
    static func apply(to page: inout Page, _ reader: StatementReader)
}

extension NormalizerRule {
    static var changesCode: Bool { false }
}
