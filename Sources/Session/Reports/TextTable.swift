import TerminalText

/// Lines of text with columns that line up, numbers to the right.
struct TextTable {
    private var rows: [[String]]

    init(_ header: [String]) { rows = [header] }

    mutating func add(_ row: [String]) { rows.append(row) }

    var text: String {
        let widths = (0..<(rows.map(\.count).max() ?? 0)).map { column in
            rows.map { column < $0.count ? TerminalText.columns($0[column]) : 0 }.max() ?? 0
        }
        let alignments = widths.indices.map { column in
            rows.dropFirst().allSatisfy { column >= $0.count || Self.isNumeric($0[column]) }
                ? TerminalText.Alignment.right : .left
        }
        return rows.map { row in
            let cells = row.enumerated().map { index, cell in
                TerminalText.pad(cell, columns: widths[index], alignments[index])
            }
            let line = "  " + cells.joined(separator: "  ")
            return String(line.reversed().drop { $0 == " " }.reversed())
        }.joined(separator: "\n")
    }

    private static func isNumeric(_ cell: String) -> Bool {
        cell.allSatisfy { $0.isNumber || "-−–.e+%  s".contains($0) }
    }
}
