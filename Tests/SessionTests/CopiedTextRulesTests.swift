import Session
import Syntax
import TestSupport
import Testing

/// The page on how copied text is read.
@Suite struct CopiedTextRulesTests {
    @Test func `the page has the table of rules as the rules describe themselves`() throws {
        let text = try ScriptFile.read(TestTools.root + "/Sources/README.md").text
        let begin = try #require(text.firstRange(of: "## How copied text is read"))
        let rows = text[begin.upperBound...].split(separator: "\n").drop { !$0.hasPrefix("|---") }
            .dropFirst().prefix { $0.hasPrefix("|") }.map(String.init)
        let rules = NormalizerRules.summaries.map { "| `\($0.name)` | \($0.summary) |" }
        #expect(rows == rules, "\n\(rules.joined(separator: "\n"))")
    }
}
