/// `.. code-block:: lc` and `::` of reStructuredText, with the indented lines below.
enum IndentedBlocks: NormalizerRule {
    static let summary = "the indented lines below a directive for code are read as a fence is"

    private static let directives = [
        ".. code::", ".. code-block::", ".. sourcecode::", ".. parsed-literal::",
    ]

    static func apply(to page: inout Page, _ reader: StatementReader) {
        var block = page.lines.map(\.block).max() ?? 0
        for index in page.indices where page.lines[index].block == 0 && !page.lines[index].isBlank {
            guard let language = language(page.lines[index].string) else { continue }
            block += 1
            if page.lines[index].trimmed.starts(with: "..".unicodeScalars) {
                page.leaveOut(index, as: .markup, "a directive for code")
            }
            take(&page, below: index, Region(language: language), block)
        }
    }

    private static func language(_ line: String) -> String? {
        let text = line.trimmedBoth
        for directive in directives where text.hasPrefix(directive) {
            return String(text.dropFirst(directive.count)).trimmedBoth
        }
        return text.hasSuffix("::") && text != "::" || text == "::" ? "" : nil
    }

    private static func take(_ page: inout Page, below index: Int, _ region: Region, _ block: Int) {
        let margin = page.lines[index].indentation
        // Empty lines belong to the block where a line of it follows.
        var next = index + 1
        for place in (index + 1)..<page.lines.count {
            if page.lines[place].isEmpty { continue }
            guard page.lines[place].indentation > margin else { break }
            if page.lines[place].trimmed.first == ":",
                place == index + 1 || page.lines[place - 1].verdict?.kind == .markup
            {
                page.leaveOut(place, as: .markup, "an option of a directive")
                continue
            }
            for filled in next...place where page.lines[filled].block == 0 {
                (page.lines[filled].region, page.lines[filled].block) = (region, block)
            }
            next = place + 1
        }
    }
}
