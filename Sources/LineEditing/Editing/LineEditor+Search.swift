import Platform

/// Ctrl-R: a search through the history that shows what it finds while its pattern is typed.
extension LineEditor {
    /// Asks for a pattern. Enter runs what was found; another key takes it on the line, where Down
    /// goes on with what was entered after it; Ctrl-C and Ctrl-G take nothing.
    func search() {
        let original = buffer.text
        let takesEscape = input.takesEscape
        input.takesEscape = true
        defer { input.takesEscape = takesEscape }
        // From the shown entry on, where it is still what is on the line.
        let position = history.position.flatMap { history.entries[$0] == original ? $0 : nil }
        var search = HistorySearch(history.entries, before: position)
        while true {
            show(frame(search))
            switch input.next() {
            case .character("\u{12}"), .key(.up): search.older()
            case .character("\u{13}"), .key(.down): search.newer()
            case .character("\u{7F}"), .character("\u{8}"): search.deleteLast()
            case .character("\u{7}"): return leave(original, search, nil)
            case .character(let scalar) where scalar.value >= 0x20: search.append(scalar)
            case .paste(let text): search.append(String(text.prefix { !$0.isNewline }))
            case .resize:
                let columns = screen.size.columns
                screen.write(display.erase(afterResizeTo: columns, wraps: wrapsAgain ?? true))
            case .interrupt:
                leave(original, search, nil)
                interruption = .requested
                return
            case .suspend: suspend()
            case .quit: continue
            case .resume: screen.write(display.finish())
            case .key(.enter):
                leave(original, search, search.match)
                if search.match != nil { buffer.push([.enter]) }
                return
            case .end: return leave(original, search, nil)
            case .key(.right): return leave(original, search, search.match)
            case .key(let key):
                leave(original, search, search.match)
                return buffer.push([key])
            case .character("\u{1B}"):
                leave(original, search, search.match)
                // With another key it is that key's Alt.
                if input.hasPending { input.putBack("\u{1B}") }
                return
            case .character(let scalar):
                leave(original, search, search.match)
                return input.putBack(scalar)
            }
        }
    }

    /// `n` and `N` of vi's command mode.
    func repeatSearch(older: Bool) {
        guard !lastPattern.isEmpty else { return }
        var search = HistorySearch(history.entries, before: history.position)
        if older {
            search.append(lastPattern)
        } else {
            search = HistorySearch(history.entries, pattern: lastPattern, at: history.position)
            search.newer()
        }
        if let match = search.match { buffer.replace(with: history.show(match, from: buffer.text)) }
    }

    private func leave(_ original: String, _ search: HistorySearch, _ match: Int?) {
        if !search.pattern.isEmpty { lastPattern = search.pattern }
        screen.write(display.erase())
        guard let match else { return }
        let marked = search.marked
        buffer.replace(with: history.show(match, from: original))
        if let marked { buffer.moveCursor(to: marked.upperBound) }
    }

    /// The pattern, and below it the entry with the match marked.
    private func frame(_ search: HistorySearch) -> LineDisplay.Frame {
        let (columns, height) = (screen.size.columns, screen.size.rows)
        var label = "search: "
        if search.isFailing {
            label = search.match == nil ? "search (not found): " : "search (no further): "
        }
        let shown = LineLayout.prefix(label + search.pattern, columns: columns - 1)
        var rows = [LineDisplay.Row(text: shown)]
        if let match = search.match, let marked = search.marked {
            rows += entryRows(
                Array(history.entries[match].unicodeScalars), marked, columns: columns - 1,
                limit: max(1, min(8, height - 2)))
        } else {
            rows[0].hint =
                search.pattern.isEmpty
                ? LineLayout.prefix(
                    "  Ctrl-R older, Ctrl-S newer, Enter runs, Escape takes",
                    columns: columns - 1 - LineLayout.columns(shown))
                : ""
        }
        return LineDisplay.Frame(rows: rows, cursorRow: 0, cursorColumn: LineLayout.columns(shown))
    }

    /// The lines around the one with the match.
    private func entryRows(
        _ entry: [Unicode.Scalar], _ marked: Range<Int>, columns: Int, limit: Int
    ) -> [LineDisplay.Row] {
        let layout = LineLayout(entry, cursor: marked.lowerBound, indent: 2, columns: columns)
        let first = max(0, min(layout.cursorRow - limit / 2, layout.rows.count - limit))
        return layout.rows[first..<min(layout.rows.count, first + limit)].map { row in
            let text = "  " + LineLayout.visible(entry[row.start..<row.end])
            let part = marked.clamped(to: row.start..<row.end)
            guard !part.isEmpty else { return LineDisplay.Row(text: text) }
            let before = LineLayout.visible(entry[row.start..<part.lowerBound]).unicodeScalars.count
            let inside = LineLayout.visible(entry[part]).unicodeScalars.count
            return LineDisplay.Row(text: text, marked: 2 + before..<2 + before + inside)
        }
    }
}
