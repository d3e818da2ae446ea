/// The source of a web page: `<pre><code>load iris</code></pre>`.
enum HTMLSource: NormalizerRule {
    static let summary = "the source of a web page is read as the text that a browser shows"

    static func apply(to page: inout Page, _ reader: StatementReader) {
        let input = Array(page.lines.map(\.scalars).joined(separator: ["\n"]))
        guard isHTML(input) || hasBreaks(page) else { return }
        page.lines = HTMLReader.lines(of: input)
    }

    /// Two lines or more, and most of them, end in `<br>`.
    private static func hasBreaks(_ page: Page) -> Bool {
        let filled = page.lines.filter { !$0.isBlank }
        let broken = filled.filter { line in
            let text = line.trimmed
            guard text.last == ">", let open = text.lastIndex(of: "<") else { return false }
            return HTMLTag(Array(text), at: open)?.name == "br"
        }
        return broken.count >= 2 && broken.count * 2 > filled.count
    }

    /// The text begins with a tag, and two or more elements are closed in it.
    private static func isHTML(_ input: [Unicode.Scalar]) -> Bool {
        guard let first = input.firstIndex(where: { !$0.properties.isWhitespace }),
            input[first] == "<",
            let tag = HTMLTag(input, at: first), tag.name == "!" || HTMLNames.all.contains(tag.name)
        else { return false }
        var closed = 0
        for index in input.indices where input[index] == "<" {
            guard let tag = HTMLTag(input, at: index) else { continue }
            if tag.isClosing, HTMLNames.all.contains(tag.name) { closed += 1 }
            if closed == 2 { return true }
        }
        return false
    }
}
