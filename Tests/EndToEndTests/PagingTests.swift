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
        terminal.contains(" %: Space a page, b back, / search, G all, H keys, q end")
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

    @Test func `lines are filtered, saved, and explained keys lead back`() throws {
        let terminal = try sessions.start(columns: 100, rows: 12)
        terminal.send("\u{C}")
        terminal.type("help\r")
        terminal.contains("more lines")
        terminal.send("&lbfgs\r")
        #expect(
            terminal.wait { $0.rows[0].contains("lbfgs") && $0.text.contains("the end, 100 %") })
        terminal.send("&\r")
        #expect(terminal.wait { $0.text.contains("more lines") && !$0.rows[0].contains("lbfgs") })
        terminal.send("H")
        terminal.contains("only lines that have it")
        terminal.contains("any key goes back")
        terminal.send(" ")
        terminal.contains("more lines")
        terminal.send("S~/help.txt\r")
        terminal.contains("saved in ~/help.txt")
        #expect(sessions.home.read("help.txt").contains("help COMMAND shows its options"))
        terminal.send("S~/help.txt\r")
        terminal.contains("~/help.txt is there already")
        terminal.send("/lbfgs\r?load\r")
        #expect(
            terminal.wait { $0.rows[0].hasPrefix("    load") || $0.rows[1].hasPrefix("    load") })
        terminal.send("q")
        terminal.contains("lines not shown")
    }

    @Test func `a wide table keeps its header, goes along its rows, and follows the window`() throws
    {
        let terminal = try sessions.start(columns: 70, rows: 12)
        terminal.type(
            "load iris; for i in 1..30 { sgd epochs=1 lr=0.1 batch=$i decay=0.9 momentum=0.5 }\r")
        terminal.contains("[2] lc>")
        terminal.send("\u{C}")
        terminal.type("runs\r")
        terminal.contains("more lines")
        terminal.send("\u{1B}[C")
        #expect(terminal.wait { $0.rows[0].hasPrefix("  run    loss  train") })
        terminal.send("  ")
        #expect(
            terminal.wait {
                $0.rows[0].hasPrefix("  run    loss  train") && $0.rows[1].hasPrefix("  2")
            })
        terminal.send("\u{1B}[C")
        #expect(terminal.wait { !$0.rows[0].contains("train") && $0.text.contains("momentum=0.5") })
        terminal.resize(columns: 120, rows: 10)
        #expect(terminal.wait { $0.text.contains("more lines") && $0.rows.count == 10 })
        terminal.send("q")
        terminal.contains("lines not shown")
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
