import Platform
import TestSupport
import Testing

/// Reports that are taller than the window.
@Suite(.serialized, .timeLimit(.minutes(2))) struct PagingTests {
    private let sessions = TerminalSession()

    @Test func `what is taller than the window is shown a screenful at a time`() throws {
        let terminal = try sessions.start(columns: 100, rows: 20)
        terminal.send("\u{C}")
        terminal.type("help\r")
        terminal.contains("more lines: Space a page, Enter a line, b back, / search")
        for key in ["\r", " "] {
            let top = terminal.model.rows[0]
            terminal.send(key)
            #expect(terminal.wait { $0.rows[0] != top && $0.text.contains("more line") })
        }
        terminal.send("q")
        terminal.contains("lines not shown; last shows all of it")
        terminal.contains("[2] lc>")
        terminal.type("last\r")
        #expect(terminal.wait(for: "help COMMAND shows its options"))
        #expect(terminal.wait(for: "[3] lc> "))
        #expect(!terminal.model.text.contains("more lines"))
    }

    @Test func `pages go back, and searches lead to what they find`() throws {
        let terminal = try sessions.start(columns: 100, rows: 12)
        terminal.send("\u{C}")
        terminal.type("help\r")
        terminal.contains("more lines")
        let first = terminal.model.rows[1]
        terminal.send(" ")
        #expect(terminal.wait { $0.rows[1] != first && $0.text.contains("more lines") })
        terminal.send("b")
        #expect(
            terminal.wait { $0.text.contains("  data\n    load") && $0.text.contains("more lines") }
        )
        terminal.send("/LBFGS\r")
        #expect(terminal.wait { $0.rows[0].hasPrefix("    lbfgs") })
        terminal.send("/xyzzy\r")
        terminal.contains("not found")
        terminal.send("n")
        terminal.contains("not found")
        terminal.send("G")
        terminal.contains("[2] lc>")
    }

    @Test func `Ctrl-C ends the pages and not the session`() throws {
        let terminal = try sessions.start(columns: 100, rows: 12)
        terminal.type("help\r")
        terminal.contains("more lines")
        terminal.send("\u{3}")
        terminal.contains("[2] lc>")
        terminal.type("print (6 * 7)\r")
        terminal.contains("\n42\n")
    }

    /// The terminal takes no more than its program's reader does, so that the end is far when Ctrl-C comes.
    @Test func `Ctrl-C ends what is shown, and a line says how much is not`() throws {
        let terminal = try sessions.start(columns: 100, rows: 12)
        terminal.type("s = \"some words \"; repeat 16 { s = $s + $s }; print $s\r")
        terminal.contains("more lines")
        terminal.send("G")
        #expect(terminal.wait { !$0.text.contains("more lines") && $0.text.contains("some words") })
        terminal.signal(.interrupt)
        #expect(terminal.wait(for: " lines not shown\n") && terminal.wait(for: "[2] lc> "))
        terminal.type("print (6 * 7)\r")
        terminal.contains("\n42\n")
    }

    @Test func `keys that were typed ahead are for the next line`() throws {
        let terminal = try sessions.start(columns: 100, rows: 12)
        terminal.type("load digits; gd steps=100000000; help\r")
        #expect(terminal.wait(for: "left"))
        terminal.send("print (6 * 7)\r")
        terminal.send("load digits; gd steps=2000; help\r")
        terminal.signal(.interrupt)
        #expect(terminal.wait(for: "\n42\n", seconds: 20))
    }

    @Test func `a report that fits is not paged, and neither is a pipe's`() throws {
        let terminal = try sessions.start(columns: 100, rows: 100)
        terminal.type("help\r")
        #expect(terminal.wait(for: "[2] lc> "))
        #expect(!terminal.screen.contains("more line"))
        let piped = BuiltProgram.run(["-"], input: "help\n")
        #expect(!piped.output.contains("more line") && piped.output.contains("help COMMAND"))
    }

    @Test func `what takes longer than a moment says how long`() throws {
        let terminal = try sessions.start()
        terminal.type("n = 0; repeat 300000 { n = n + 1 }\r")
        #expect(terminal.wait(for: " s\n", seconds: 30))
        terminal.type("print 1\r")
        #expect(terminal.wait(for: "\n1\n[3] lc> "))
    }
}
