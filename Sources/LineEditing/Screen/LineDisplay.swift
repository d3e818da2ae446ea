package import TerminalText

/// What stands on the screen from the prompt on, and how it becomes something else.
///
/// It draws rows of its own, each ended by a line feed, and moves only within them: what stands above
/// is never touched. Values in, text for the terminal out.
package struct LineDisplay {
    /// All rows, and where the cursor is among them.
    package struct Frame: Equatable {
        package var rows: [Row]
        package var cursorRow: Int
        package var cursorColumn: Int

        package init(rows: [Row], cursorRow: Int, cursorColumn: Int) {
            self.rows = rows
            self.cursorRow = cursorRow
            self.cursorColumn = cursorColumn
        }
    }

    package init() {}

    private var shown: [Row] = []
    private var cursorRow = 0
    private var cursorColumn = 0
    private var columns = 80

    /// The text that turns what is shown into a frame.
    package mutating func draw(_ frame: Frame, columns: Int) -> ShownText {
        self.columns = columns
        var text: ShownText = ""
        for (index, row) in frame.rows.enumerated()
        where index >= shown.count || shown[index] != row {
            let old = index < shown.count ? shown[index] : nil
            text += move(toRow: index)
            let kept = row.common(with: old)
            text += column(LineLayout.columns(row.beginning(kept)))
            text += row.shown(from: kept)
            cursorColumn = row.columns
            // Erasing behind a full row would take its last character.
            if row.columns < columns, old != nil { text += ShownText(.eraseLine) }
        }
        if frame.rows.count < shown.count {
            text += move(toRow: frame.rows.count) + column(0) + ShownText(.eraseBelow)
        }
        shown = frame.rows
        text += move(toRow: frame.cursorRow) + column(frame.cursorColumn)
        return text
    }

    /// Leaves what is shown and goes to the line below it.
    package mutating func finish() -> ShownText {
        let text: ShownText =
            shown.isEmpty ? "" : move(toRow: shown.count - 1) + ShownText(.nextLine)
        forget()
        return text
    }

    /// Takes away what is shown; what is drawn next stands in its place.
    package mutating func erase() -> ShownText {
        let text: ShownText =
            shown.isEmpty ? "" : move(toRow: 0) + column(0) + ShownText(.eraseBelow)
        forget()
        return text
    }

    /// Nothing is shown, and the cursor stands at the beginning of a line.
    package mutating func forget() { (shown, cursorRow, cursorColumn) = ([], 0, 0) }

    // MARK: - The window's width

    /// The cursor's column.
    package var column: Int { cursorColumn }

    /// Whether some row no longer fits, so that the terminal may have wrapped it.
    package func overflows(_ columns: Int) -> Bool { shown.contains { $0.columns > columns } }

    /// The cursor's column after a terminal that wraps again has done so.
    package func wrappedColumn(_ columns: Int) -> Int {
        min(cursorColumn, self.columns - 1) % columns
    }

    /// Takes away what is shown after the window's width has changed; `wraps` says whether the
    /// terminal has wrapped rows that no longer fit.
    package mutating func erase(afterResizeTo columns: Int, wraps: Bool) -> ShownText {
        guard !shown.isEmpty else { return "" }
        if wraps {
            let above = shown[..<cursorRow].reduce(0) { rows, row in
                rows + max(1, (row.columns + columns - 1) / columns)
            }
            cursorRow = above + min(cursorColumn, self.columns - 1) / columns
        }
        let text = ShownText(.up(cursorRow)) + ShownText(.lineStart) + ShownText(.eraseBelow)
        forget()
        return text
    }

    // MARK: - Moves

    private mutating func move(toRow row: Int) -> ShownText {
        let distance = row - cursorRow
        guard distance != 0 else { return "" }
        cursorRow = row
        if distance < 0 { return ShownText(.up(-distance)) }
        // A line feed scrolls where there is no row below yet.
        cursorColumn = 0
        return ShownText(.lineStart) + ShownText(.down(distance))
    }

    private mutating func column(_ column: Int) -> ShownText {
        guard column != cursorColumn || cursorColumn >= columns else { return "" }
        cursorColumn = column
        return ShownText(.lineStart) + ShownText(.right(column))
    }
}

extension String {
    init(scalars: some Sequence<Unicode.Scalar>) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(scalars.underestimatedCount)
        for scalar in scalars {
            if scalar.value < 0x80 {
                bytes.append(UInt8(truncatingIfNeeded: scalar.value))
            } else {
                bytes += String(scalar).utf8
            }
        }
        self.init(decoding: bytes, as: UTF8.self)
    }
}
