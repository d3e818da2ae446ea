/// `| load iris | reads the flowers |`: a row of a table.
enum TableCells: NormalizerRule {
    static let summary =
        "a table's row is its first cell where that is a statement, and left out elsewhere"

    static func apply(to page: inout Page, _ normalizer: Normalizer) {
        page.forEachOpenLine { page, index in
            let line = page.lines[index].trimmed
            guard line.first == "|", line.last == "|", line.count > 2 else { return }
            let cell = Page.Line(scalars: Array(line.dropFirst().prefix { $0 != "|" })).trimmed
            let code = InlineCode.content(cell) ?? cell
            if normalizer.isStatement(code, page) {
                page.lines[index].set(code, .markup)
            } else {
                page.drop(index, .markup)
            }
        }
    }
}
