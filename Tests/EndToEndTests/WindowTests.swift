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
        var random: UInt64 = 5
        for round in 0..<60 {
            random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let columns = 22 + Int(random >> 33 % 80)
            let rows = 14 + Int(random >> 40 % 20)
            terminal.resize(columns: columns, rows: rows)
            terminal.settle(milliseconds: 150)
            let line = expected(columns: columns).replacing("[1]", with: "[3]")
            let isSo = terminal.wait { screen in
                let text = screen.everything.split(separator: "\n").joined(separator: "\n")
                return text.hasSuffix("\n9\n" + line.split(separator: "\n").joined(separator: "\n"))
                    && text.contains("above\n")
            }
            #expect(isSo, "round \(round), \(columns) × \(rows):\n\(terminal.model.everything)")
            guard isSo else { return }
        }
        terminal.resize(columns: 100, rows: 30)
        terminal.send("\r")
        terminal.contains("one two three four five six seven eight 아홉 열 열하나 3\n[4] lc>")
    }

    @Test func `a window too narrow for the prompt still takes a line`() throws {
        let terminal = try sessions.start()
        terminal.resize(columns: 6, rows: 8)
        terminal.settle()
        terminal.send("\u{C}print 42\r")
        terminal.contains("42")
        terminal.resize(columns: 3, rows: 3)
        terminal.send("\u{C}print 5\r")
        terminal.resize(columns: 80, rows: 24)
        terminal.send("\u{C}print 43\r")
        terminal.contains("43")
    }

    @Test func `a list and a search stand the window's changes`() throws {
        let terminal = try sessions.startEmpty()
        terminal.send("sgd \t")
        terminal.contains("epochs=")
        terminal.resize(columns: 40, rows: 12)
        terminal.settle()
        terminal.resize(columns: 90, rows: 30)
        terminal.settle()
        terminal.send("\u{15}\u{12}sg")
        terminal.contains("sg")
        terminal.resize(columns: 50, rows: 12)
        terminal.settle()
        terminal.send("\u{7}\u{15}print (5 * 5)\r")
        terminal.contains("\n25\n")
    }
}
