import TerminalText

/// Finds the lines that name a table's columns: each of their words begins or ends where words of the rows below do.
package enum TableHeader {
    /// The header above a line of its table; nil for a line of none.
    package static func place(in lines: [String], above line: Int) -> Int? {
        guard lines.indices.contains(line), indent(lines[line]) >= 0 else { return nil }
        var place = line
        while place > 0, indent(lines[place - 1]) >= 0 { place -= 1 }
        // A title may stand above.
        return (place..<line).prefix(titleLines).first { isHeader($0, in: lines) }
    }

    /// Whether a text has a table that is taller than a few lines.
    package static func isIn(_ lines: [String]) -> Bool {
        lines.indices.dropLast(rowsToSee).contains {
            ($0 == 0 || indent(lines[$0 - 1]) < 0 || $0 < titleLines) && isHeader($0, in: lines)
        }
    }

    private static let titleLines = 4
    private static let rowsToSee = 4

    /// -1 for an empty line.
    private static func indent(_ line: String) -> Int {
        line.allSatisfy { $0 == " " } ? -1 : line.prefix { $0 == " " }.count
    }

    private static func isHeader(_ place: Int, in lines: [String]) -> Bool {
        let words = spans(lines[place])
        guard words.count > 1, !lines[place].contains(where: \.isNumber),
            place + rowsToSee <= lines.count
        else { return false }
        return lines[place + 1..<min(lines.count, place + rowsToSee)].allSatisfy { row in
            let cells = spans(row)
            let (begins, ends) = (Set(cells.map(\.lowerBound)), Set(cells.map(\.upperBound)))
            return row.contains(where: \.isNumber)
                && words.allSatisfy {
                    begins.contains($0.lowerBound) || ends.contains($0.upperBound)
                }
        }
    }

    /// The columns that each word of a line takes.
    private static func spans(_ line: String) -> [Range<Int>] {
        var spans: [Range<Int>] = []
        var (column, start): (Int, Int?) = (0, nil)
        for character in line {
            if character == " " {
                if let begin = start { spans.append(begin..<column) }
                start = nil
            } else if start == nil {
                start = column
            }
            column += TerminalText.columns(character)
        }
        if let begin = start { spans.append(begin..<column) }
        return spans
    }
}
