import TestSupport
import Testing

/// What the program writes to a terminal, by what the terminal can show.
@Suite(.serialized, .timeLimit(.minutes(2))) struct TerminalOutputTests {
    private func output(_ statements: String, _ variables: [String]) throws -> String {
        let terminal = try #require(
            PseudoTerminal(
                BuiltProgram.path, ["-c", statements],
                environment: ["HOME=/", "LANG=C.UTF-8"] + variables))
        #expect(terminal.status() == 0)
        return terminal.raw
    }

    private let pictures = "load digits; show 2; sgd epochs=2; plot; plot weights"

    @Test func `colours are true, of 256, or none, as the terminal can`() throws {
        let full = try output(pictures, ["TERM=xterm-256color", "COLORTERM=truecolor"])
        #expect(full.contains("8;2;") && full.contains("▀"))
        let palette = try output(pictures, ["TERM=xterm-256color"])
        #expect(palette.contains("8;5;") && !palette.contains("8;2;"))
    }

    @Test func `NO_COLOR has pictures without colour, and a dumb terminal has plain letters`()
        throws
    {
        let plain = try output(pictures, ["TERM=xterm-256color", "NO_COLOR=1"])
        #expect(!plain.contains("8;5;") && !plain.contains("8;2;"))
        #expect(plain.contains { ("\u{2800}"..."\u{28FF}").contains($0) })
        let dumb = try output(pictures, ["TERM=dumb"])
        #expect(!dumb.contains("\u{1B}["))
        #expect(!dumb.contains { ("\u{2800}"..."\u{28FF}").contains($0) || $0 == "▀" })
    }

    @Test(arguments: ["vt100", "vt220", "xterm-mono"])
    func `a terminal without colours gets none`(term: String) throws {
        let shown = try output(pictures, ["TERM=\(term)"])
        #expect(!shown.contains("\u{1B}[3") && !shown.contains("\u{1B}[4"))
    }

    /// A terminal's name, and the first and the last code that chooses a colour of its own.
    @Test(arguments: [("linux", 30, 37), ("xterm", 30, 37), ("rxvt-16color", 30, 97)])
    func `a terminal of few colours gets their codes alone`(term: String, first: Int, last: Int)
        throws
    {
        let shown = try output(pictures, ["TERM=\(term)"])
        let codes = shown.matches(of: /\u{1B}\[([0-9;]+)m/).flatMap {
            $0.1.split(separator: ";").compactMap { Int($0) }
        }
        let colours = Set(codes).subtracting([0, 1, 2])
        #expect(!colours.isEmpty)
        // A background's code is ten more than the same colour's.
        #expect(
            colours.allSatisfy { (first...last).contains($0) || (first...last).contains($0 - 10) })
        #expect(!colours.contains(38) && !colours.contains(48))
    }

    @Test func `a dumb terminal gets plain lines, and no line is written over`() throws {
        let shown = try output("load digits; search random 30000", ["TERM=dumb"])
        #expect(!shown.contains("\u{1B}"))
        #expect(!shown.replacing("\r\n", with: "\n").unicodeScalars.contains("\r"))
    }

    @Test func `Ctrl-C ends a script with status 130, after the work in hand is kept`() throws {
        let terminal = try #require(
            PseudoTerminal(
                BuiltProgram.path, ["-c", "load digits; sgd epochs=1000000; print never"],
                environment: ["TERM=xterm", "HOME=/", "LANG=C.UTF-8"]))
        #expect(terminal.wait(for: "left"))
        terminal.send("\u{3}")
        #expect(terminal.status() == 130)
        #expect(terminal.screen.contains("the best so far is kept"))
        #expect(!terminal.screen.contains("never"))
    }
}
