/// How `explain` shows the terms of a loss, one for each class.
package struct TermColumn: Sendable {
    /// The loss at the head of the line with its arithmetic: `SVM`.
    package let title: String
    /// The head of the column: `margin`.
    package let term: String
    /// The name of the list in a record: `margins`.
    package let terms: String
    package let decimals: Int
    /// Whether the label's own class has no term.
    package let leavesOutLabel: Bool

    package init(
        title: String, term: String, terms: String, decimals: Int, leavesOutLabel: Bool = false
    ) {
        self.title = title
        self.term = term
        self.terms = terms
        self.decimals = decimals
        self.leavesOutLabel = leavesOutLabel
    }

    /// `1 + 2.5 + 0`, or how many terms there are when there are more than twelve.
    package static func sum(_ terms: [Double], text: (Double) -> String) -> String {
        terms.count <= 12
            ? terms.map(text).joined(separator: " + ") : "sum of \(terms.count) terms"
    }
}
