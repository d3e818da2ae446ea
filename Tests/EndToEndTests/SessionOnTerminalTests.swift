import TestSupport
import Testing

/// The built program on a real pseudo-terminal, one after the other.
@Suite(.serialized, .timeLimit(.minutes(2))) struct SessionOnTerminalTests {
    private let state = TemporaryFolder()

    private func session(_ locale: String = "C.UTF-8") throws -> PseudoTerminal {
        let terminal = try #require(
            PseudoTerminal(
                BuiltProgram.path,
                environment: [
                    "TERM=xterm-256color", "LANG=\(locale)", "HOME=\(state.path)",
                    "XDG_STATE_HOME=\(state.path)",
                ]))
        #expect(terminal.wait(for: "[1] lc> "))
        return terminal
    }

    @Test func `typed statements run, and Ctrl-D leaves`() throws {
        let terminal = try session()
        terminal.send("load iris\r")
        #expect(terminal.wait(for: "3 classes"))
        #expect(terminal.wait(for: "[2] lc> "))
        terminal.send("lo svm\r")
        #expect(terminal.wait(for: "there is no command 'lo'"))
        #expect(terminal.wait(for: "[3] lc> "))
        terminal.send("\u{4}")
        #expect(terminal.status() == 0)
    }

    @Test func `a block of several lines is one cell`() throws {
        let terminal = try session()
        terminal.send("for i in 1..2 {\rprint \"n {i * 10}\"\r}\r")
        #expect(terminal.wait(for: "n 10\nn 20"))
        #expect(terminal.wait(for: "[2] lc> "))
    }

    @Test func `Tab completes, and lists what there is`() throws {
        let terminal = try session()
        terminal.send("hel\t sg\t\r")
        #expect(terminal.wait(for: "stochastic gradient descent"))
        #expect(terminal.wait(for: "[2] lc> "))
        terminal.send("lo\t")
        #expect(terminal.wait(for: "read or make a data set"))
    }

    @Test func `Ctrl-C clears the line and keeps the session`() throws {
        let terminal = try session()
        terminal.send("nonsense")
        #expect(terminal.wait(for: "nonsense"))
        terminal.send("\u{3}")
        #expect(terminal.wait(for: "[1] lc> "))
        terminal.send("print (6 * 7)\r")
        #expect(terminal.wait(for: "42"), "\(terminal.raw.debugDescription)")
        #expect(!terminal.screen.contains("there is no command"))
    }

    @Test func `Ctrl-C during sgd keeps the best so far`() throws {
        let terminal = try session()
        terminal.send("load digits\r")
        #expect(terminal.wait(for: "[2] lc> "))
        terminal.send("sgd epochs=1000000\r")
        #expect(terminal.wait(for: "left"))
        terminal.send("\u{3}")
        #expect(terminal.wait(for: "the best so far is kept"))
        #expect(terminal.wait(for: "[3] lc> "))
        terminal.send("eval test\r")
        #expect(terminal.wait(for: "test accuracy 0.9"))
    }

    @Test func `Ctrl-C ends an endless loop`() throws {
        let terminal = try session()
        terminal.send("while true { x = 1 }\r")
        #expect(!terminal.wait(for: "[2] lc> ", seconds: 0.3))
        terminal.send("\u{3}")
        #expect(terminal.wait(for: "interrupted"))
        #expect(terminal.wait(for: "[2] lc> "))
    }

    @Test func `history comes back, in the next session too`() throws {
        let first = try session()
        first.send("print (40 + 2)\r")
        #expect(first.wait(for: "42"))
        first.send("\u{1B}[A\r")
        #expect(first.wait(for: "42"))
        first.send("\u{4}")
        #expect(first.status() == 0)
        let second = try session()
        second.send("\u{1B}[A\r")
        #expect(second.wait(for: "42"))
    }

    @Test(arguments: ["C.UTF-8", "C"])
    func `Korean is typed and deleted by syllables`(locale: String) throws {
        let terminal = try session(locale)
        terminal.send("print \"한글라\u{7F}\"\r")
        #expect(terminal.wait(for: "\n한글\n"))
    }

    @Test func `a bracketed paste is one cell`() throws {
        let terminal = try session()
        terminal.send("\u{1B}[200~print (1 + 1)\r\nprint (2 + 2)\u{1B}[201~")
        #expect(!terminal.wait(for: "\n2\n", seconds: 0.3))
        terminal.send("\r")
        #expect(terminal.wait(for: "\n2\n4\n"))
        #expect(terminal.wait(for: "[2] lc> "))
    }

    @Test func `what is typed while a command runs arrives at the next prompt`() throws {
        let terminal = try session()
        terminal.send("load digits; gd steps=3000\r")
        #expect(terminal.wait(for: "standardized"))
        terminal.send("print (7 * 6)\r")
        #expect(terminal.wait(for: "42", seconds: 20))
    }

    @Test func `unknown keys leave nothing on the line`() throws {
        let terminal = try session()
        terminal.send("\u{1B}[15~\u{1B}[6~\u{1B}[1;2Dprint (5 * 5)\r")
        #expect(terminal.wait(for: "\n25\n"))
    }
}
