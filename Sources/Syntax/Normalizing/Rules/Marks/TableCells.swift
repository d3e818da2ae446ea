/// `| load iris | reads the flowers |`: a row of a table, or a line in a box.
enum TableCells: NormalizerRule {
    static let summary =
        "borders are taken off; in a table that describes its cells, commands are not meant to run"

    static func apply(to page: inout Page, _ reader: StatementReader) {
        var table: [(index: Int, cells: [[Unicode.Scalar]])] = []
        for index in page.indices where !page.lines[index].isBlank {
            if let cells = cells(page.lines[index].trimmed) {
                table.append((index, cells))
            } else {
                take(table, &page, reader)
                table = []
            }
        }
        take(table, &page, reader)
    }

    private static func take(
        _ table: [(index: Int, cells: [[Unicode.Scalar]])], _ page: inout Page,
        _ reader: StatementReader
    ) {
        for (index, cells) in table {
            let filled = cells.map { InlineCode.content($0)?.code ?? $0 }.filter { !$0.isEmpty }
            let code = filled.filter { $0.contains(where: { !$0.isDigit && $0 != "." }) }
            if filled.isEmpty || code.allSatisfy({ isRuler($0) }) {
                page.leaveOut(index, as: .markup, "the ruler of a table")
            } else if code.count == 1 {
                page.take(index, code[0], .markup, as: .cell)
            } else {
                page.leaveOut(index, as: .prose, "a row of a table that describes its cells")
            }
        }
    }

    private static func isRuler(_ cell: [Unicode.Scalar]) -> Bool {
        cell.allSatisfy { "-:=─━═ ".unicodeScalars.contains($0) }
    }

    /// The cells of a row; nil for other lines.
    private static func cells(_ line: [Unicode.Scalar]) -> [[Unicode.Scalar]]? {
        guard let first = line.first, line.count > 2, "|│┃║".unicodeScalars.contains(first),
            line.last == first
        else { return nil }
        return line.dropFirst().dropLast().split(separator: first, omittingEmptySubsequences: false)
            .map { Line.trim($0) }
    }
}
