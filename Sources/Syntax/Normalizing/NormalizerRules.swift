/// Every rule for copied text, in the order in which they are applied.
package enum NormalizerRules {
    /// What a whole text stands in.
    static let containers: [any NormalizerRule.Type] = [
        QuotedPrintable.self, EncodedText.self, NotebookSource.self, HTMLSource.self,
        ManSource.self,
        Differences.self, LineNumbers.self, ChatMessages.self, CodeFences.self, MarkedBlocks.self,
        IndentedBlocks.self, TeXSource.self, OuterQuotes.self,
    ]

    /// What stands around single lines. Marks stand in each other, so that these rules are repeated;
    /// numbers stand around fences, and inside of quotations.
    static let marks: [any NormalizerRule.Type] = [
        Quotations.self, LineEnds.self, LineNumbers.self, TableCells.self, Rulers.self,
        ScreenWraps.self,
        Prompts.self,
        Echoes.self, ListMarks.self, InlineCode.self, RepeatedPrefixes.self, LeadIns.self,
    ]

    /// What was changed in statements on the way.
    static let repairs: [any NormalizerRule.Type] = [
        CapitalLetters.self, MeantSpellings.self, LostPowers.self, BrokenLines.self,
        SentenceCode.self,
    ]

    static let all =
        containers + [Characters.self]
        + marks.filter { rule in !containers.contains { $0 == rule } } + repairs

    /// The rules' names with what each does.
    package static var summaries: [(name: String, summary: String)] {
        all.map { ("\($0)", $0.summary) }
    }

    /// The types of the list, for the test that compares it with its folders.
    package static var types: [Any.Type] { all }
}
