import TerminalText

/// Where the characters of a block stand on the screen: rows below a prompt, further lines indented
/// to its width, long ones continued on the next row.
package struct LineLayout {
    /// Characters on one row, as places in the text.
    package struct Row: Equatable {
        package var start: Int
        package var end: Int
        /// Columns before the first character.
        package var indent: Int
        /// Columns up to the end, indentation included.
        package var width: Int
    }

    package private(set) var rows: [Row]
    package private(set) var cursorRow = 0
    package private(set) var cursorColumn = 0

    /// Places a text below a prompt of `indent` columns; `cursor` is a place in it, or its end.
    package init(_ text: [Unicode.Scalar], cursor: Int, indent: Int, columns: Int) {
        rows = []
        var row = Row(start: 0, end: 0, indent: indent, width: indent)
        var index = 0
        while index < text.count {
            if text[index] == "\n" {
                place(cursor, index..<index + 1, row)
                row.end = index
                rows.append(row)
                row = Row(start: index + 1, end: index + 1, indent: indent, width: indent)
                index += 1
                continue
            }
            let end = Clusters.end(of: index, in: text[...])
            let width = Self.columns(text[index..<end])
            if row.width + width > columns, row.width > row.indent {
                row.end = index
                rows.append(row)
                row = Row(start: index, end: index, indent: indent, width: indent)
            }
            place(cursor, index..<end, row)
            row.width += width
            index = end
        }
        place(cursor, text.count..<text.count + 1, row)
        row.end = text.count
        rows.append(row)
        // Behind a full row the cursor stands at the beginning of the next.
        if cursorColumn >= columns {
            (cursorRow, cursorColumn) = (cursorRow + 1, indent)
            let isLast = cursorRow == rows.count
            if isLast {
                rows.append(Row(start: cursor, end: cursor, indent: indent, width: indent))
            }
        }
    }

    private mutating func place(_ cursor: Int, _ character: Range<Int>, _ row: Row) {
        if character.contains(cursor) { (cursorRow, cursorColumn) = (rows.count, row.width) }
    }

    /// How many columns a character takes, as the terminal counts; a control character is shown as
    /// `^X`.
    package static func columns(_ scalar: Unicode.Scalar) -> Int {
        scalar.value < 0x20 || scalar.value == 0x7F
            ? 2 : isReplaced(scalar) ? 1 : TerminalText.columns(scalar)
    }

    /// The columns of one character of one scalar or several.
    static func columns(_ cluster: ArraySlice<Unicode.Scalar>) -> Int {
        guard let first = cluster.first, cluster.count > 1 else {
            return cluster.first.map(columns) ?? 0
        }
        return String(scalars: cluster).first.map(TerminalText.columns) ?? columns(first)
    }

    package static func columns(_ text: String) -> Int {
        if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return text.utf8.count }
        let scalars = Array(text.unicodeScalars)
        var (place, used) = (0, 0)
        while place < scalars.count {
            let end = Clusters.end(of: place, in: scalars[...])
            used += columns(scalars[place..<end])
            place = end
        }
        return used
    }

    /// Whether � is shown in a character's place.
    private static func isReplaced(_ scalar: Unicode.Scalar) -> Bool {
        (0x80..<0xA0).contains(scalar.value) || TerminalText.turnsDirection(scalar)
    }

    /// Characters as a terminal may show them.
    package static func visible(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        if scalars.allSatisfy({ (0x20..<0x7F).contains($0.value) }) {
            return String(scalars: scalars)
        }
        var text = String.UnicodeScalarView()
        for scalar in scalars {
            if scalar.value < 0x20 || scalar.value == 0x7F {
                text.append("^")
                text.append(Unicode.Scalar(UInt8(scalar.value ^ 0x40)))
            } else if isReplaced(scalar) {
                text.append("\u{FFFD}")
            } else {
                text.append(scalar)
            }
        }
        return String(text)
    }

    /// The beginning that fits some columns.
    package static func prefix(_ text: String, columns: Int) -> String {
        let scalars = Array(text.unicodeScalars)
        var (place, used) = (0, 0)
        while place < scalars.count {
            let end = Clusters.end(of: place, in: scalars[...])
            used += Self.columns(scalars[place..<end])
            if used > columns { break }
            place = end
        }
        return place == scalars.count ? text : String(scalars: scalars[..<place])
    }

    /// The same with … behind it where something is left out.
    static func clipped(_ text: String, columns: Int) -> String {
        columns < 2 || Self.columns(text) <= columns
            ? prefix(text, columns: columns) : prefix(text, columns: columns - 1) + "…"
    }
}
