import Platform
import TerminalText

/// What the screen shows of the line.
extension LineEditor {
    /// Draws the line as it is, with what may follow it.
    func draw() {
        noteBackground()
        let (text, cursor) = buffer.line
        suggestion =
            cursor == text.count && !text.isEmpty && interruption == .none ? suggest(text) : nil
        show(frame(text, cursor, suggestion, below))
        shapeCursor()
    }

    func show(_ frame: LineDisplay.Frame) {
        screen.write(display.draw(frame, columns: screen.size.columns))
    }

    private func suggest(_ scalars: [Unicode.Scalar]) -> Suggestion? {
        guard scalars.count < 2000 else { return nil }
        let text = String(scalars: scalars)
        if text.contains(where: { !$0.isWhitespace }), let rest = history.continuation(of: text) {
            return Suggestion(text: rest)
        }
        return configuration.suggestion(text)
    }

    /// The rows of a text below the prompt; of one that is taller than the window, those around the
    /// cursor.
    func frame(
        _ text: [Unicode.Scalar], _ cursor: Int, _ suggestion: Suggestion? = nil,
        _ below: [LineDisplay.Row] = [], marksPair: Bool = true
    ) -> LineDisplay.Frame {
        let (columns, height) = (screen.size.columns, screen.size.rows)
        var shownPrompt = self.shownPrompt
        if LineLayout.columns(prompt) + 10 > columns { shownPrompt = columns > 8 ? "> " : "" }
        let indent = LineLayout.columns(shownPrompt)
        let layout = LineLayout(text, cursor: cursor, indent: indent, columns: columns)
        let below = below.prefix(max(0, height - 2))
        let room = max(1, height - below.count)
        var first = 0
        if layout.rows.count > room {
            first = min(max(0, layout.cursorRow - room / 2), layout.rows.count - room)
        }
        let last = min(layout.rows.count, first + room)
        let styles = styles(of: text, cursor: marksPair ? cursor : nil)
        var rows = (first..<last).map { index in
            let row = layout.rows[index]
            let margin = index == 0 ? shownPrompt : String(repeating: " ", count: row.indent)
            let shown = margin + LineLayout.visible(text[row.start..<row.end])
            // Terminals do not agree on whether a space at the end of a full row is wrapped.
            return LineDisplay.Row(
                text: index + 1 < last ? shown.withoutFinalSpaces : shown,
                styles: Self.styles(
                    styles, in: text[row.start..<row.end], behind: margin.unicodeScalars.count))
        }
        if configuration.marksPrompts, first == 0 {
            rows[0].promptEnd = shownPrompt.unicodeScalars.count
        }
        if let suggestion, layout.cursorRow == last - 1 {
            let left = columns - 1 - layout.cursorColumn
            let isSeveral = suggestion.text.contains("\n")
            let head = suggestion.text.prefix { $0 != "\n" } + (isSeveral ? " …" : "")
            rows[rows.count - 1].hint = LineLayout.prefix(head + suggestion.note, columns: left)
        }
        rows += below
        return LineDisplay.Frame(
            rows: rows, cursorRow: layout.cursorRow - first, cursorColumn: layout.cursorColumn)
    }
}

extension LineEditor {
    /// How a text looks; asked anew only when it has changed.
    func appearance(of text: [Unicode.Scalar]) -> LineAppearance {
        if let (known, appearance) = lastAppearance, known == text { return appearance }
        let appearance = configuration.appearance(String(scalars: text))
        lastAppearance = (text, appearance)
        return appearance
    }

    /// The styles with the pair at the cursor marked, and what Up has looked for; without a cursor, neither.
    private func styles(of text: [Unicode.Scalar], cursor: Int?) -> [StyledRange] {
        var appearance = appearance(of: text)
        if cursor != nil, history.isFiltered, let part = history.filtered(in: String(scalars: text))
        {
            appearance = appearance.adding(.underlined, in: part)
        }
        if cursor != nil, let part = viChoice {
            appearance = appearance.adding(.inverse, in: part)
        }
        return appearance.styles(cursor: cursor)
    }

    /// The styles of a row's scalars, which stand behind a margin, as they are shown.
    private static func styles(
        _ styles: [StyledRange], in row: ArraySlice<Unicode.Scalar>, behind margin: Int
    ) -> [StyledRange] {
        let bounds = row.startIndex..<row.endIndex
        // A control character is shown as two.
        func shown(_ place: Int) -> Int {
            margin + place - row.startIndex
                + row[..<place].count { $0.value < 0x20 || $0.value == 0x7F }
        }
        return styles.compactMap { style in
            let part = style.range.clamped(to: bounds)
            guard !part.isEmpty else { return nil }
            return StyledRange(shown(part.lowerBound)..<shown(part.upperBound), style.style)
        }
    }
}

extension String {
    fileprivate var withoutFinalSpaces: String {
        var text = self
        while text.utf8.last == 0x20 { text.unicodeScalars.removeLast() }
        return text
    }
}
