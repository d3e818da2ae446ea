import TestSupport
import Testing

/// What was entered: kept in a file, brought back, searched.
@Suite(.serialized, .timeLimit(.minutes(3))) struct HistoryTests {
    private let sessions = TerminalSession()

    private func enter(_ terminal: PseudoTerminal, _ lines: [String]) {
        for line in lines {
            terminal.type(line + "\r")
            #expect(terminal.wait(for: "] lc> "))
        }
    }

    private var file: String { sessions.home.read("lc/history") }

    @Test
    func `entries are in a file for its owner alone, whole, and not those with a space before`()
        throws
    {
        let terminal = try sessions.start()
        enter(terminal, ["x = 1", " secret = 2", "y = \"한\\\\n글\"", "repeat 1 {\rx\r}"])
        let kept = file.split(separator: "\n").filter { !$0.hasPrefix("#@ ") }
        #expect(
            kept.joined(separator: "\n") + "\n"
                == "x = 1\ny = \"한\\\\\\\\n글\"\nrepeat 1 {\\n  x\\n}\n")
        #expect(file.hasPrefix("#@ ") && file.split(separator: "\n").count == 6)
        #expect(sessions.home.mode("lc/history") == 0o600)
        let second = try sessions.startEmpty()
        second.send("\u{1B}[A")
        second.shows("[1] lc> repeat 1 {\n          x\n        }")
        second.send("\u{1B}[A\u{1B}[A")
        second.shows("[1] lc> x = 1")
    }

    @Test func `sessions side by side lose nothing`() throws {
        let terminals = try (0..<4).map { _ in try sessions.start() }
        for round in 0..<25 {
            for (index, terminal) in terminals.enumerated() {
                terminal.send("x = \(index * 1000 + round)\r")
            }
            for terminal in terminals { #expect(terminal.wait(for: "[\(round + 2)] lc> ")) }
        }
        let entries = file.split(separator: "\n").filter { !$0.hasPrefix("#@ ") }
        let lines = Set(entries.map(String.init))
        for index in 0..<4 {
            for round in 0..<25 { #expect(lines.contains("x = \(index * 1000 + round)")) }
        }
        #expect(lines.count == 100)
    }

    @Test func `what failed is not suggested`() throws {
        let terminal = try sessions.start()
        enter(terminal, ["print one", "print (nothing_here)"])
        terminal.send("\u{C}pri")
        #expect(terminal.wait { $0.hint == "nt one" })
    }

    @Test func `history lists entries, all or those with a text`() throws {
        let first = try sessions.start()
        enter(first, ["x = 1", "loss svm"])
        let terminal = try sessions.start()
        enter(terminal, ["y = 2", "history"])
        #expect(shown(terminal).suffix(4) == ["x = 1", "loss svm", "y = 2", "history"])
        terminal.send("\u{C}")
        enter(terminal, ["history LOSS"])
        #expect(shown(terminal).suffix(2) == ["loss svm", "history LOSS"])
    }

    /// The entries that `history` lists behind their times.
    private func shown(_ terminal: PseudoTerminal) -> [String] {
        terminal.model.rows.filter { row in
            row.hasPrefix("  ") && row.dropFirst(4).first == ":" && row.dropFirst(7).hasPrefix("  ")
        }.map { String($0.dropFirst(9)) }
    }

    @Test func `what another session enters is there with the next Up`() throws {
        let first = try sessions.startEmpty()
        let second = try sessions.startEmpty()
        enter(first, ["print first"])
        second.send("\u{1B}[A")
        second.shows("[1] lc> print first")
        second.send("\u{15}print second\r")
        #expect(second.wait(for: "[2] lc> "))
        first.send("\u{12}second")
        first.contains("› print second")
    }

    @Test func `a file that grew long is written anew, and a broken line harms nothing`() throws {
        let lines = (0..<210_000).map { "x = \($0 % 105_000)" }
        sessions.home.makeFolder("lc")
        sessions.home.write("lc/history", lines.joined(separator: "\n") + "\nnot ended \\")
        let terminal = try sessions.start()
        enter(terminal, ["y = 5"])
        let kept = file.split(separator: "\n").filter { !$0.hasPrefix("#@ ") }
        #expect(kept.last == "y = 5")
        #expect(kept.count <= 100_001 && kept.count > 99_000)
        #expect(Set(kept).count == kept.count)
        #expect(sessions.home.mode("lc/history") == 0o600)
    }
}
