import TerminalText
import Testing

/// What a terminal gets of strings that may hold anything.
@Suite struct ShownTextTests {
    private let evil = "a\u{1B}[31m\u{9B}2J\u{7}\u{202E}\u{61C}\nb"

    @Test func `a string is one line in which nothing acts on a terminal`() {
        let shown = ShownText(evil)
        #expect(shown.encoded == "a\\x1b[31m\\x9b2J\\x07\\u{202e}\\u{61c}\\x0ab")
        let value: ShownText = "name: \(evil)\n"
        #expect(value.encoded == "name: \(shown.encoded)\n")
    }

    @Test func `lines stay lines, and nothing else in them acts`() {
        #expect(ShownText(lines: "a\n\u{1B}b\n").encoded == "a\n\\x1bb\n")
        #expect(ShownText(lines: "a\r\nb").encoded == "a\\x0d\\x0ab")
    }

    @Test func `a style stands around its text, and around nothing where there is no text`() {
        #expect(ShownText("a").styled(.dim).encoded == "\u{1B}[2ma\u{1B}[0m")
        #expect(ShownText("").styled(.dim).encoded == "")
        #expect(ShownText("a").styled(.plain).encoded == "a")
        let both = TextStyle([38, 5, 9]) + TextStyle([48, 5, 0])
        #expect(ShownText("a").styled(both).encoded == "\u{1B}[38;5;9;48;5;0ma\u{1B}[0m")
    }

    @Test func `shown texts in a literal keep their styles, and strings get none`() {
        let styled = ShownText("b").styled(.inverse)
        let text: ShownText = "\(1) \(styled) \("\u{1B}[7m")"
        #expect(text.encoded == "1 \u{1B}[7mb\u{1B}[0m \\x1b[7m")
    }

    @Test func `texts are joined in their order`() {
        #expect([ShownText("a"), "b"].joined(separator: "\n") == "a\nb")
        #expect([ShownText]().joined().isEmpty)
    }

    @Test func `hits of a search are marked, with the styles that stand there`() {
        let line = "Learning " + ShownText("rate").styled(.dim) + " learn"
        #expect(line.plain == "Learning rate learn")
        #expect(
            line.marking("learn", .inverse).encoded
                == "\u{1B}[7mLearn\u{1B}[0ming \u{1B}[2mrate\u{1B}[0m \u{1B}[7mlearn\u{1B}[0m")
        #expect(
            line.marking("g ra", .inverse).encoded
                == "Learnin\u{1B}[7mg \u{1B}[2m\u{1B}[7mra\u{1B}[0m\u{1B}[2mte\u{1B}[0m learn")
        #expect(line.marking("2m", .inverse) == line && line.marking("", .inverse) == line)
        #expect(ShownText("정확도").marking("확", .inverse).encoded == "정\u{1B}[7m확\u{1B}[0m도")
    }
}
