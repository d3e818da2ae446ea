import LineEditing
import Platform
import TerminalText
import TestSupport
import Testing

extension LineEditorTests {
    /// The window's size changes while a line is edited.
    @Suite struct Windows {
        private static let line =
            "print \"one two three four five six seven eight 아홉 열 열하나\" (1 + 2)"

        /// The line as it must stand in a window: cut where it is full, further rows indented.
        private func expected(columns: Int) -> String {
            var rows: [String] = []
            var row = "lc> "
            var used = 4
            for character in Self.line {
                let width = ("가"..."힣").contains(character) ? 2 : 1
                if used + width > columns {
                    rows.append(row)
                    (row, used) = ("    ", 4)
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
        func `a line is whole in every window, and what stands above it stays`(wrapsAgain: Bool)
            throws
        {
            let session = try ScriptedSession(columns: 100, rows: 30, wrapsAgain: wrapsAgain)
            session.terminal.write(ShownText("above") + ShownText(.nextLine))
            session.send(Self.line)
            var random: UInt64 = 5
            for round in 0..<60 {
                random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                let columns = 22 + Int(random >> 33 % 80)
                session.resize(columns: columns, rows: 14 + Int(random >> 40 % 20))
                let line = expected(columns: columns)
                session.terminal.append(
                    .check {
                        #expect(
                            $0.model.everything == "above\n" + line,
                            "round \(round), \(columns) columns")
                    })
            }
            session.send("\r")
            #expect(session.read() == .text(Self.line))
        }

        @Test func `a window too narrow for the prompt still takes a line`() throws {
            let session = try ScriptedSession()
            session.resize(columns: 6, rows: 8)
            session.send("print 42\r")
            #expect(session.read() == .text("print 42"))
            session.resize(columns: 3, rows: 3)
            session.send("print 5")
            session.resize(columns: 1, rows: 1)
            session.send("\r")
            #expect(session.read() == .text("print 5"))
        }

        @Test func `a window of no size or of any size takes a line`() throws {
            for (columns, rows) in [(0, 0), (0, 24), (1000, 1000), (65_535, 65_535)] {
                let session = try ScriptedSession(told: (columns, rows))
                session.send("a")
                session.pause(1)
                session.terminal.append(.check { $0.tellSize(columns: columns, rows: rows) })
                session.signal(.resize)
                session.send("b\r")
                #expect(session.read() == .text("ab"))
            }
        }

        @Test func `a list and a search stand the window's changes`() throws {
            let session = try ScriptedSession(history: ["print sgd"]) {
                $0.completions = { _ in
                    Completions(
                        replaced: 0,
                        candidates: (1...40).map { .init(text: "\($0)=", detail: "an option") })
                }
            }
            session.send("sgd \t")
            session.check { $0.text.contains("more") }
            session.resize(columns: 40, rows: 12)
            session.check { $0.text.hasPrefix("lc> sgd\n  1=   an option\n  2=") }
            session.resize(columns: 90, rows: 30)
            session.send("\u{15}\u{12}sg")
            session.check { $0.text.hasSuffix("search: sg\n› print sgd") }
            session.resize(columns: 50, rows: 12)
            session.check { $0.text.hasSuffix("search: sg\n› print sgd") }
            session.send("\u{7}\u{15}print 5\r")
            #expect(session.read() == .text("print 5"))
        }
    }
}
