import TestSupport
import Testing

/// What was entered: kept in a file, brought back, searched.
@Suite(.serialized, .timeLimit(.minutes(3))) struct HistoryTests {
    private let sessions = TerminalSession()

    private func enter(_ terminal: PseudoTerminal, _ lines: [String]) {
        for line in lines {
            terminal.type(line + "\r")
            terminal.settle(milliseconds: 40)
        }
    }

    private var file: String { sessions.home.read("lc/history") }

    @Test
    func `entries are in a file for its owner alone, whole, and not those with a space before`()
        throws
    {
        let terminal = try sessions.start()
        enter(terminal, ["x = 1", " secret = 2", "y = \"한\\\\n글\"", "repeat 1 {\rx\r}"])
        #expect(file == "x = 1\ny = \"한\\\\\\\\n글\"\nrepeat 1 {\\n  x\\n}\n")
        #expect(sessions.home.mode("lc/history") == 0o600)
        let second = try sessions.startEmpty()
        second.send("\u{1B}[A")
        second.shows("[1] lc> repeat 1 {\n          x\n        }")
        second.send("\u{1B}[A\u{1B}[A")
        second.shows("[1] lc> x = 1")
    }

    @Test func `an entry comes once, where it was entered last`() throws {
        let terminal = try sessions.start()
        enter(terminal, ["x = 1", "x = 2", "x = 1", "x = 1"])
        terminal.send("\u{C}\u{1B}[A")
        terminal.shows("[5] lc> x = 1")
        terminal.send("\u{1B}[A")
        terminal.shows("[5] lc> x = 2")
        terminal.send("\u{1B}[A")
        terminal.settle()
        terminal.shows("[5] lc> x = 2")
    }

    @Test func `sessions side by side lose nothing`() throws {
        let terminals = try (0..<4).map { _ in try sessions.start() }
        for round in 0..<25 {
            for (index, terminal) in terminals.enumerated() {
                terminal.send("x = \(index * 1000 + round)\r")
            }
            for terminal in terminals { #expect(terminal.wait(for: "[\(round + 2)] lc> ")) }
        }
        let lines = Set(file.split(separator: "\n").map(String.init))
        for index in 0..<4 {
            for round in 0..<25 { #expect(lines.contains("x = \(index * 1000 + round)")) }
        }
        #expect(lines.count == 100)
    }

    @Test func `Ctrl-R finds text anywhere, in Hangul too, and shows it`() throws {
        let terminal = try sessions.start()
        enter(
            terminal,
            ["print \"정확도 하나\"", "print \"Loss two\"", "print \"손실 셋\"", "print \"four\""])
        terminal.send("\u{C}\u{12}정확")
        terminal.shows("search: 정확\n  print \"정확도 하나\"")
        #expect(terminal.model.inverse == "정확")
        terminal.send("\u{7F}\u{7F}loss")
        terminal.shows("search: loss\n  print \"Loss two\"")
        terminal.send("\u{7F}\u{7F}\u{7F}\u{7F}손")
        terminal.shows("search: 손\n  print \"손실 셋\"")
        terminal.send("\r")
        terminal.contains("\n손실 셋\n")
        terminal.send("\u{C}\u{12}print\u{12}\u{12}")
        terminal.contains("Loss two")
        terminal.send("\u{13}")
        terminal.contains("four")
        terminal.send("\u{7}")
        terminal.contains("[6] lc>")
        terminal.send("\u{12}no such text")
        terminal.contains("search (no further): no such text")
        terminal.send("\u{3}")
        terminal.contains("[6] lc>")
    }

    @Test func `Escape takes what was found, and other keys do what they do`() throws {
        let terminal = try sessions.start()
        enter(terminal, ["a = 1", "b = 2"])
        terminal.send("\u{C}\u{12}a =\u{1B}")
        terminal.shows("[3] lc> a = 1")
        terminal.send("\u{12}b\u{15}")
        terminal.shows("[3] lc>")
        terminal.send("\u{12}b =\u{1}")
        #expect(terminal.wait { $0.text == "[3] lc> b = 2" && $0.cursorColumn == 8 })
    }

    @Test func `what failed is not suggested`() throws {
        let terminal = try sessions.start()
        enter(terminal, ["print one", "print (nothing_here)"])
        terminal.send("\u{C}pri")
        #expect(terminal.wait { $0.hint == "nt one" })
    }

    @Test func `after a search Down goes on with what was entered then`() throws {
        let terminal = try sessions.start()
        enter(terminal, ["a = 1", "b = 2", "c = 3", "d = 4"])
        terminal.send("\u{C}\u{12}b =\u{1B}[C")
        terminal.shows("[5] lc> b = 2")
        terminal.send("\u{1B}[B")
        terminal.shows("[5] lc> c = 3")
        terminal.send("\u{1B}[B\u{3}\u{C}\u{12}b =\r")
        terminal.contains("[6] lc>")
        terminal.send("\u{1B}[B")
        terminal.contains("[6] lc> c = 3")
        terminal.send("\r")
        terminal.contains("[7] lc>")
        terminal.send("\u{1B}[B")
        terminal.contains("[7] lc> d = 4")
    }

    @Test func `history lists entries, all or those with a text`() throws {
        let first = try sessions.start()
        enter(first, ["x = 1", "loss svm"])
        let terminal = try sessions.start()
        enter(terminal, ["y = 2", "history"])
        terminal.contains("  x = 1\n  loss svm\n  y = 2\n  history\n")
        terminal.send("\u{C}")
        enter(terminal, ["history LOSS"])
        terminal.contains("\n  loss svm\n  history LOSS\n[4] lc>")
    }

    @Test func `a file that grew long is written anew, and a broken line harms nothing`() throws {
        let lines = (0..<30_000).map { "x = \($0 % 12_000)" }
        sessions.home.makeFolder("lc")
        sessions.home.write("lc/history", lines.joined(separator: "\n") + "\nnot ended \\")
        let terminal = try sessions.start()
        enter(terminal, ["y = 5"])
        let kept = file.split(separator: "\n")
        #expect(kept.last == "y = 5")
        #expect(kept.count <= 10_001 && kept.count > 9_000)
        #expect(Set(kept).count == kept.count)
        #expect(sessions.home.mode("lc/history") == 0o600)
    }
}
