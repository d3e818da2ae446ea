import TerminalText
import Testing

@Suite struct TerminalTextTests {
    @Test func `wraps between words, under the explanation`() {
        #expect(TerminalText.wrap("  short", columns: 20) == ["  short"])
        #expect(
            TerminalText.wrap("  lr      how far a step goes down the slope", columns: 24)
                == ["  lr      how far a step", "          goes down the", "          slope"])
        #expect(
            TerminalText.wrap("  one two three four five", columns: 12)
                == ["  one two", "    three", "    four", "    five"])
        #expect(TerminalText.wrap("  " + String(repeating: "x", count: 30), columns: 8).count == 1)
    }

    @Test func `every wrapped line fits, and no word is lost`() {
        let text = "  손실  the loss of 한글 words, which are two columns wide, over some lines"
        for columns in 12...80 {
            let lines = TerminalText.wrap(text, columns: columns)
            #expect(lines.allSatisfy { TerminalText.columns($0) <= columns })
            #expect(
                lines.joined(separator: " ").split(separator: " ") == text.split(separator: " "))
        }
    }

    @Test(arguments: ["\u{600}\u{600}", "a\u{110BD}", "\u{1F1E6}", "\u{301}"])
    func `text whose last sign joins a space is padded to the same columns`(text: String) {
        for columns in 3...9 {
            #expect(TerminalText.columns(TerminalText.fit(text, columns: columns)) == columns)
        }
    }

    @Test func `fits text into exact columns`() {
        #expect(TerminalText.fit("한글말", columns: 5) == "한글…")
        #expect(TerminalText.fit("ab", columns: 5, .right) == "   ab")
        #expect(TerminalText.fit("ab\u{1B}", columns: 4, .centre) == " ab ")
    }
}
