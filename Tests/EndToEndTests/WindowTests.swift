import TestSupport
import Testing

/// The window's size changes while a line is edited.
@Suite(.serialized, .timeLimit(.minutes(3))) struct WindowTests {
    private let sessions = TerminalSession()

    private static let line = "print \"one two three four five six seven eight 아홉 열 열하나\" (1 + 2)"

    /// The line as it must stand in a window: cut where it is full, further rows indented.
    private func expected(columns: Int) -> String {
        var rows: [String] = []
        var row = "[1] lc> "
        var used = 8
        for character in Self.line {
            let width = ("가"..."힣").contains(character) ? 2 : 1
            if used + width > columns {
                rows.append(row)
                (row, used) = (String(repeating: " ", count: 8), 8)
            }
            row.append(character)
            used += width
        }
        return (rows + [row]).map { row in
            String(row.reversed().drop { $0 == " " }.reversed())
        }.joined(separator: "\n")
    }

    /// Terminals that wrap lines anew, and those that cut them.
    @Test(arguments: [true, false])
    func `a line is whole in every window, and what stands above it stays`(wrapsAgain: Bool) throws
    {
        let terminal = try sessions.start(columns: 100, rows: 30, wrapsAgain: wrapsAgain)
        terminal.send("\u{C}")
        terminal.type("print above\r")
        terminal.contains("above\n[2] lc>")
        terminal.type("print (3 * 3)\r")
        terminal.contains("9\n[3] lc>")
        terminal.send(Self.line)
        // In each the line stands otherwise than in the one before.
        for (columns, rows) in [(50, 20), (30, 14), (64, 30), (22, 24), (41, 18)] {
            terminal.resize(columns: columns, rows: rows)
            let line = expected(columns: columns).replacing("[1]", with: "[3]")
            let isSo = terminal.wait { screen in
                let text = screen.everything.split(separator: "\n").joined(separator: "\n")
                return text.hasSuffix("\n9\n" + line.split(separator: "\n").joined(separator: "\n"))
                    && text.contains("above\n")
            }
            #expect(isSo, "\(columns) × \(rows):\n\(terminal.model.everything)")
            guard isSo else { return }
        }
        terminal.resize(columns: 100, rows: 30)
        terminal.send("\r")
        terminal.contains("one two three four five six seven eight 아홉 열 열하나 3\n[4] lc>")
    }
}
