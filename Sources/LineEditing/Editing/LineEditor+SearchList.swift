import Platform
import TerminalText

/// What a search shows: its pattern, and below it a list of what it finds.
extension LineEditor {
    private static let listLimit = 12

    func frame(_ search: HistorySearch) -> LineDisplay.Frame {
        let (columns, height) = (screen.size.columns, screen.size.rows)
        let label = search.isFailing && search.match == nil ? "search (not found): " : "search: "
        let shown = LineLayout.prefix(label + search.pattern, columns: columns - 1)
        var rows = [LineDisplay.Row(text: shown)]
        let limit = max(1, min(Self.listLimit, height - 2))
        let first = max(0, min(search.chosen - limit / 2, search.hits.count - limit))
        for index in first..<min(search.hits.count, first + limit) {
            rows += hitRows(search, index, columns: columns - 1, limit: limit)
        }
        if search.pattern.isEmpty {
            rows[0].hint = LineLayout.prefix(
                "  Ctrl-R older, Ctrl-S newer, Enter runs, Escape takes",
                columns: columns - 1 - LineLayout.columns(shown))
        } else if search.hits.count > 1 {
            rows[0].hint = LineLayout.prefix(
                "  \(search.chosen + 1) of \(search.hits.count)",
                columns: columns - 1 - LineLayout.columns(shown))
        }
        return LineDisplay.Frame(
            rows: Array(rows.prefix(max(1, height - 1))), cursorRow: 0,
            cursorColumn: LineLayout.columns(shown))
    }

    /// The chosen entry with all its lines that fit, another one in one row.
    private func hitRows(
        _ search: HistorySearch, _ index: Int, columns: Int, limit: Int
    ) -> [LineDisplay.Row] {
        let place = search.hits[index]
        let isChosen = index == search.chosen
        let entry = Array(history.entries[place].unicodeScalars)
        let marked = search.marked(in: place) ?? 0..<0
        let layout = LineLayout(entry, cursor: marked.lowerBound, indent: 2, columns: columns)
        let most = isChosen ? max(1, limit / 2) : 1
        let first = max(0, min(layout.cursorRow - most / 2, layout.rows.count - most))
        var rows = layout.rows[first..<min(layout.rows.count, first + most)].map { row in
            let text = LineLayout.visible(entry[row.start..<row.end])
            let part = marked.clamped(to: row.start..<row.end)
            let before = LineLayout.visible(entry[row.start..<part.lowerBound]).unicodeScalars.count
            let inside = LineLayout.visible(entry[part]).unicodeScalars.count
            let style: TextStyle = isChosen ? .inverse : .underlined
            return LineDisplay.Row(
                text: "  " + text,
                styles: part.isEmpty
                    ? [] : [StyledRange(2 + before..<2 + before + inside, style)])
        }
        if isChosen { rows[0].text.replaceSubrange(...rows[0].text.startIndex, with: "›") }
        let note = (layout.rows.count > most ? " …" : "") + origin(of: place)
        rows[0].hint = LineLayout.prefix(note, columns: columns - LineLayout.columns(rows[0].text))
        return rows
    }

    /// When and where an entry was entered.
    private func origin(of place: Int) -> String {
        let origin = configuration.origin(history.origin(of: place))
        return origin.isEmpty ? "" : "  " + origin
    }
}
