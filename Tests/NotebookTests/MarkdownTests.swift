import Notebook
import TestSupport
import Testing

/// HTML is compared with that of the PyPI package markdown-it-py; scripts/markdown-cases writes it.
@Suite struct MarkdownTests {
    private static func cases(_ name: String) -> [String] {
        TestData.text("NotebookTests/\(name)").split(
            separator: "%%%%\n", omittingEmptySubsequences: false
        )
        .map(String.init)
    }

    @Test func `a page of cases becomes the HTML that markdown-it makes of it`() {
        let (texts, pages) = (Self.cases("markdown-cases.md"), Self.cases("markdown-cases.html"))
        #expect(texts.count == pages.count && texts.count > 60)
        for (text, page) in zip(texts, pages) {
            #expect(MarkdownHTML.text(text) == page, "\(text)")
        }
    }

    @Test(arguments: [
        "<!-- a note -->\ntext", "<!-- lc: seed=3\nover lines -->\n\ntext\n", "text\n<!-- a -->",
    ])
    func `comments between blocks are left out`(text: String) {
        #expect(MarkdownHTML.text(text) == "<p>text</p>\n")
    }

    /// What quadratic parsers hang on, and deep recursion crashes on.
    @Test(
        .timeLimit(.minutes(10)),
        arguments: [
            ">", "> ", "[", "![", "*", "**a ", "_", "~~", "`", "- ", "1. ", "* a\n", "[a](",
            "[a](b", "<", "<a:",
            "&", "&#", "\\", "|", "|a|\n|-|\n", "a\n", "\t", "[a]: b\n", "[a][", "](", "*a_", "~~*",
            "``` ",
            "> - ", "<!--", "*a **a ", "[](", "![](a)[", "\u{0}", "한*", "`a``", "\"", "[a](b \"",
            "- a\n  ",
        ])
    func `ten thousand of anything are read to the end`(part: String) {
        for text in [
            String(repeating: part, count: 10_000),
            String(repeating: part, count: 5_000) + "a" + String(repeating: "]*`)~_", count: 5_000),
        ] {
            let html = MarkdownHTML.text(text)
            #expect(html.utf8.count <= 200 * text.utf8.count + 100)
        }
    }

    @Test func `nothing that a stranger writes becomes a tag or an attribute`() {
        var random = RepeatableRandom()
        let parts = [
            "<b>", "\"", "'", "[", "]", "(", ")", "!", "*", "`", "<", ">", "javascript:x", "&lt;",
            "\n", "\n\n",
            " ", "    ", "- ", "1. ", "|", "|-|\n", "onload=x", "# ", "> ", "~~", "_", "\\", ":",
            "a", "<x:y>", "\t",
        ]
        let tag =
            /<\/?(p|h[1-6]|pre|code|blockquote|ul|ol|li|table|thead|tbody|tr|th|td|hr|br|em|strong|s|a|img)( (class|start|style|href|src|alt|title)="[^"<>]*")*( \/)?>/
        for _ in 0..<300 {
            let text = (0..<40).map { _ in parts.randomElement(using: &random) ?? "" }.joined()
            let html = MarkdownHTML.text(text)
            let rest = html.replacing(tag, with: "")
            #expect(!rest.contains("<") && !rest.contains(">"), "\(text.debugDescription): \(html)")
            #expect(!html.contains("=\"javascript:"), "\(text.debugDescription)")
        }
    }
}

/// The same numbers in every run, so that a failure comes again (Knuth's MMIX generator).
private struct RepeatableRandom: RandomNumberGenerator {
    private var state: UInt64 = 1

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ (state >> 32)
    }
}
