/// The source of a web page: `<pre><code>load iris</code></pre>`.
enum HTMLSource: NormalizerRule {
    static let summary = "the source of a web page is read as the text that a browser shows"

    static func apply(to page: inout Page, _ reader: StatementReader) {
        let input = Array(page.lines.map(\.scalars).joined(separator: ["\n"]))
        guard isHTML(input) else { return }
        page.lines = HTMLReader.lines(of: input)
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
