import Platform
import TestSupport
import Testing

/// Text pasted into a session.
@Suite(.serialized, .timeLimit(.minutes(3))) struct PasteTests {
    private let sessions = TerminalSession()

    @Test(arguments: ["\n", "\r", "\r\n", "\n\r"])
    func `a bracketed paste is one cell, shown and run statement by statement`(end: String) throws {
        let terminal = try sessions.startEmpty()
        terminal.paste(["print (1 + 1)", "x = 2", "print (x + x)", ""].joined(separator: end))
        terminal.shows("[1] lc> print (1 + 1)\n        x = 2\n        print (x + x)")
        terminal.send("\r")
        terminal.contains(
            """
                    print (x + x)
            › print (1 + 1)
            2
            › x = 2
            › print (x + x)
            4
            [2] lc>
            """)
    }

    @Test func `ten thousand lines arrive whole, with marks and without`() throws {
        for isMarked in [true, false] {
            let terminal = try sessions.start()
            let lines = ["x = 0"] + (1...10_000).map { "x = x + \($0)  # line \($0)" }
            let text = lines.joined(separator: "\n")
            if isMarked { terminal.paste(text) } else { terminal.send(text + "\n") }
            terminal.contains("x = x + 10000  # line 10000", seconds: 30)
            terminal.send("\r")
            #expect(terminal.wait(for: "[2] lc> ", seconds: 60))
            terminal.type("print $x\r")
            #expect(terminal.wait(for: "50005000"))
        }
    }

    @Test func `a paste of prompts, fences and odd characters is cleaned, and told of`() throws {
        let terminal = try sessions.startEmpty(columns: 100)
        terminal.paste("In [3]: x = 1×10⁻³\r\n0.001\r\nIn [4]: print “so”\u{A0}$x\r\n")
        terminal.shows(
            """
              pasted text: 1 space made plain, 2 quotes straightened, 1 number rewritten, 2 prompts removed, 1
                line of output skipped
            [1] lc> x = 1e-3
                    print "so" $x
            """)
        terminal.send("\r")
        terminal.contains("so 0.001")
    }

    @Test func `a paste inside a line mends it and leaves nothing out`() throws {
        let terminal = try sessions.startEmpty()
        terminal.send("sgd lr=")
        terminal.paste("1×10⁻³")
        terminal.contains("[1] lc> sgd lr=1e-3")
        terminal.send("\u{15}print \"")
        terminal.paste("Some words here.")
        terminal.send("\"\r")
        terminal.contains("\nSome words here.\n")
    }

    @Test func `nothing in a paste acts on the terminal`() throws {
        let terminal = try sessions.startEmpty()
        terminal.paste("print \u{1B}]0;title\u{7}\u{1B}[2J\"a\u{202E}b\u{7}\u{3}\u{4}\"\u{1B}[31m")
        terminal.contains("warning:")
        terminal.contains("[1] lc> print \"ab\"")
        terminal.send("\r")
        terminal.contains("\nab\n")
        #expect(!terminal.raw.contains("\u{1B}]0") && !terminal.raw.contains("\u{1B}[31m"))
    }

    @Test func `the first error stops a block, and the rest is on the line to be mended`() throws {
        let terminal = try sessions.startEmpty()
        terminal.paste("print 1\nprint (1 / nothing_here)\nprint 3")
        terminal.send("\r")
        terminal.contains("[2] lc> print (1 / nothing_here)\n        print 3")
        #expect(!terminal.model.text.contains("\n3\n"))
        terminal.send("\u{1B}[A\u{1}\u{B}print 2\r")
        terminal.contains("› print 2\n2\n› print 3\n3\n[3] lc>")
    }

    @Test
    func `one statement that fails is not on the line again, and nothing is put to what was typed`()
        throws
    {
        let terminal = try sessions.startEmpty()
        terminal.type("for i in 1..2 {\rprint $nothing_here\r}\r")
        terminal.contains("error:")
        #expect(terminal.wait { $0.text.hasSuffix("[2] lc>") })
        terminal.send("\u{1B}[A")
        terminal.contains("[2] lc> for i in 1..2 {")
    }

    @Test func `a syntax error in a block runs nothing of it`() throws {
        let terminal = try sessions.startEmpty()
        terminal.paste("print 1\nprint )\nprint 3")
        terminal.send("\r")
        terminal.contains("error:")
        terminal.contains("[2] lc> print 1\n        print )\n        print 3")
        #expect(!terminal.model.text.contains("\n1\n"))
    }

    @Test func `what is typed while a command runs is not shown, and arrives`() throws {
        let terminal = try sessions.start()
        terminal.type("load digits; gd steps=100000000\r")
        #expect(terminal.wait(for: "left"))
        terminal.send("print (7 * 6)\rprint \"한")
        terminal.send("\u{3}")
        #expect(terminal.wait(for: "the best so far is kept", seconds: 20))
        let whileItRan = terminal.raw.split(separator: "the best so far is kept")[0]
        #expect(!whileItRan.contains("7 * 6"))
        #expect(terminal.wait(for: "\n42\n", seconds: 20))
        terminal.contains("lc> print \"한")
        terminal.send("글\"\r")
        #expect(terminal.wait(for: "\n한글\n"))
    }

    @Test(arguments: [true, false])
    func `a paste while a command runs arrives whole`(isMarked: Bool) throws {
        let terminal = try sessions.start()
        terminal.type("load digits; gd steps=100000000\r")
        #expect(terminal.wait(for: "left"))
        // More than a terminal that waits for line ends would keep.
        let text = "y = \"" + String(repeating: "한", count: 5000) + "\"\nprint (len(y))"
        if isMarked { terminal.paste(text) } else { terminal.send(text + "\r") }
        terminal.signal(.interrupt)
        #expect(terminal.wait(for: "the best so far is kept", seconds: 20))
        if isMarked {
            terminal.contains("print (len(y))")
            terminal.send("\r")
        }
        #expect(terminal.wait(for: "\n5000\n", seconds: 20))
    }

    @Test func `Ctrl-C drops what a block has not done yet`() throws {
        let terminal = try sessions.start()
        terminal.paste("load digits\ngd steps=100000000\nprint \"never\"")
        terminal.contains("print \"never\"")
        terminal.send("\r")
        #expect(terminal.wait(for: "left"))
        terminal.send("\u{3}")
        #expect(terminal.wait(for: "the best so far is kept"))
        terminal.contains("[2] lc>")
        #expect(!terminal.model.text.contains("\nnever"))
        terminal.type("print (6 * 7)\r")
        #expect(terminal.wait(for: "\n42\n"))
    }
}
