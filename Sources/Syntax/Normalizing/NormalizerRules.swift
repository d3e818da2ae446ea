/// Every rule for copied text, in the order in which they are applied.
package enum NormalizerRules {
    static let all: [any NormalizerRule.Type] = [
        Characters.self, CodeFences.self, Quotations.self, TableCells.self, Rulers.self,
        InlineCode.self, ListMarks.self, Prompts.self, Prose.self, CapitalLetters.self,
        GreekNames.self, PowersOfTen.self, LostPowers.self, BrokenLines.self,
    ]

    /// The rules' names with what each does.
    package static var summaries: [(name: String, summary: String)] {
        all.map { ("\($0)", $0.summary) }
    }

    /// The types of the list, for the test that compares it with its folder.
    package static var types: [Any.Type] { all }
}
