import TestSupport
import Testing

/// Typing on the line: screens are compared, not bytes.
@Suite(.serialized, .timeLimit(.minutes(3))) struct EditingTests {
    private let sessions = TerminalSession()

    @Test func `typed statements run, and Ctrl-D leaves`() throws {
        let terminal = try sessions.start()
        terminal.type("load iris\r")
        #expect(terminal.wait(for: "3 classes"))
        #expect(terminal.wait(for: "[2] lc> "))
        terminal.type("lo svm\r")
        #expect(terminal.wait(for: "there is no command 'lo'"))
        #expect(terminal.wait(for: "[3] lc> "))
        terminal.send("\u{4}")
        #expect(terminal.status() == 0)
        #expect(terminal.isCooked)
        #expect(!terminal.model.marksPastes)
    }

    @Test(arguments: ["C.UTF-8", "C", "POSIX", "ko_KR.EUC-KR", nil])
    func `Korean is typed, deleted and wrapped by syllables, in any locale`(locale: String?) throws
    {
        let terminal = try sessions.start(locale: locale, columns: 24)
        terminal.send("\u{C}")
        terminal.send("print \"한글라\u{7F}날")
        terminal.shows("[1] lc> print \"한글날")
        terminal.send("다\u{1B}[D\u{1B}[D\u{7F}")
        terminal.shows("[1] lc> print \"한날다")
        terminal.send("\u{5}가나")
        terminal.shows("[1] lc> print \"한날다가\n        나")
        terminal.send("\u{1}\u{1B}[3~\u{1B}[3~P\u{5}\u{7F}\u{7F}\"")
        terminal.shows("[1] lc> Pint \"한날다\"")
    }

    @Test func `jamo and marks that come one by one become syllables and letters`() throws {
        let terminal = try sessions.startEmpty()
        terminal.send("print \"\u{1112}\u{1161}\u{11AB}\u{1100}\u{1173}\u{11AF} e\u{301}\"")
        terminal.shows("[1] lc> print \"한글 é\"")
        terminal.send("\u{7F}\u{7F}\u{7F}\u{7F}\"\r")
        #expect(terminal.wait(for: "\n한\n"))
    }

    @Test func `a line longer than the window goes on below, and comes back`() throws {
        let terminal = try sessions.startEmpty(columns: 20)
        terminal.send("print (1 + 2 + 3 + 4)")
        terminal.shows("[1] lc> print (1 + 2\n         + 3 + 4)")
        terminal.send("\u{1}\u{1B}[C\u{1B}[C")
        #expect(terminal.wait { $0.beforeCursor == "[1] lc> pr" })
        terminal.send("\u{5}\u{7F}\u{7F}\u{7F}\u{7F}\u{7F}\u{7F}\u{7F}\u{7F}\u{7F}")
        terminal.shows("[1] lc> print (1 + 2")
        #expect(terminal.model.cursorColumn == 8 && terminal.model.cursorRow == 1)
        terminal.send(")\r")
        terminal.contains("\n3\n")
    }

    @Test func `a block of several lines is edited as one`() throws {
        let terminal = try sessions.startEmpty()
        terminal.type("for i in 1..2 {\rprint \"n {i}\"\r}")
        terminal.shows(
            """
            [1] lc> for i in 1..2 {
                      print "n {i}"
                    }
            """)
        terminal.send("\u{1B}[A\u{5}\u{7F}!\"")
        terminal.contains("  print \"n {i}!\"")
        terminal.send("\u{1B}[A\u{1B}[H")
        #expect(terminal.wait { $0.beforeCursor == "[1] lc>" && $0.cursorRow == 0 })
        terminal.send("\u{1B}[B\u{1B}[B")
        #expect(terminal.wait { $0.cursorRow == 2 && $0.cursorColumn == 8 })
        terminal.send("\u{1B}[A\r")
        terminal.contains("n 1!\nn 2!\n[2] lc>")
    }

    @Test func `Alt-Enter begins a line in a block that is complete`() throws {
        let terminal = try sessions.startEmpty()
        terminal.send("x = 1\u{1B}\r")
        terminal.shows("[1] lc> x = 1")
        #expect(terminal.wait { $0.cursorRow == 1 })
        terminal.send("x + 1\r")
        terminal.contains("[1] lc> x = 1\n        x + 1\n› x = 1\n› x + 1\n2\n[2] lc>")
    }

    @Test func `what will never be complete ends with three empty lines`() throws {
        let terminal = try sessions.startEmpty()
        terminal.type("for i in 1..2 {\rprint (1 +\r\r\r")
        terminal.settle()
        #expect(!terminal.model.text.contains("error:"))
        terminal.type("\r")
        terminal.contains("error:")
    }

    @Test func `nothing that is suggested or listed acts on the terminal`() throws {
        sessions.home.makeFolder("lc")
        sessions.home.write("lc/history", "print \"\u{1B}]0;title\u{7}\u{1B}[2J\"\n")
        let terminal = try sessions.startEmpty()
        terminal.send("pri")
        #expect(terminal.wait { $0.hint.contains("^[]0;title^G") })
        terminal.send("\u{15}\u{12}title")
        terminal.contains("^[]0;title^G")
        terminal.send("\u{7}note = \"\\u{1b}[2J\"\r")
        terminal.contains("[2] lc>")
        terminal.send("print $no\t\t")
        terminal.settle()
        #expect(!terminal.raw.contains("\u{1B}]0") && !terminal.raw.contains("\u{1B}[2J\""))
    }

    @Test func `the history brings blocks back whole, and leaves them at once`() throws {
        let terminal = try sessions.startEmpty()
        terminal.type("x = 1\r")
        terminal.contains("[2] lc>")
        terminal.type("repeat 2 {\rx = x + 1\r}\r")
        terminal.contains("[3] lc>")
        terminal.send("\u{C}y = 3\u{1B}[A")
        terminal.shows("[3] lc> repeat 2 {\n          x = x + 1\n        }")
        #expect(terminal.wait { $0.cursorRow == 0 && $0.beforeCursor == "[3] lc> repeat 2 {" })
        terminal.send("\u{1B}[A")
        terminal.shows("[3] lc> x = 1")
        terminal.send("\u{1B}[B")
        terminal.shows("[3] lc> repeat 2 {\n          x = x + 1\n        }")
        terminal.send("\u{1B}[B")
        terminal.shows("[3] lc> y = 3")
        terminal.send("\u{1B}[A\r")
        terminal.contains("[4] lc>")
        terminal.type("x\r")
        terminal.contains("\n5\n")
    }

    /// Keys as xterm, tmux and screen, the Linux console, rxvt and vt100 send them.
    @Test(arguments: [
        ("\u{1B}[H", "\u{1B}[F", "\u{1B}[1;5D", "\u{1B}[1;5C"),
        ("\u{1B}[1~", "\u{1B}[4~", "\u{1B}b", "\u{1B}f"),
        ("\u{1B}OH", "\u{1B}OF", "\u{1B}[1;3D", "\u{1B}[1;3C"),
        ("\u{1B}[7~", "\u{1B}[8~", "\u{1B}Od", "\u{1B}Oc"),
        ("\u{1}", "\u{5}", "\u{1B}b", "\u{1B}f"),
    ])
    func `keys of every terminal move the cursor`(
        home: String, end: String, back: String, forth: String
    ) throws {
        let terminal = try sessions.startEmpty()
        terminal.send("print one two")
        terminal.shows("[1] lc> print one two")
        terminal.send(home)
        #expect(terminal.wait { $0.beforeCursor == "[1] lc>" })
        terminal.send(end + back)
        #expect(terminal.wait { $0.beforeCursor == "[1] lc> print one" })
        terminal.send(back + back + forth)
        #expect(terminal.wait { $0.beforeCursor == "[1] lc> print" })
        terminal.send("\u{1B}[3~")
        terminal.shows("[1] lc> printone two")
        terminal.send(end + "\u{1B}\u{7F}\u{17}")
        terminal.shows("[1] lc>")
    }

    @Test func `unknown keys leave nothing on the line`() throws {
        let terminal = try sessions.startEmpty()
        for key in [
            "[15~", "[6;5~", "[1;2P", "[[A", "[I", "[O", "OP", "[24;2~", "[<0;10;10M", "[M !!",
            "]11;rgb:0/0/0\u{1B}\\", "[?1;2c", "P1$r0m\u{1B}\\", "[200;1~", "_Gi=1;OK\u{1B}\\",
        ] {
            terminal.send("\u{1B}" + key)
            terminal.settle(milliseconds: 40)
        }
        terminal.send("\u{1B}")
        terminal.settle(milliseconds: 60)
        terminal.send("5")
        terminal.shows("[1] lc> 5")
    }

    @Test func `Ctrl-K and Ctrl-Y move text, within a line of a block`() throws {
        let terminal = try sessions.startEmpty()
        terminal.type("repeat 1 {\rprint one two\r}")
        terminal.send("\u{1B}[A\u{1B}[F\u{1B}b\u{B}")
        terminal.shows("[1] lc> repeat 1 {\n          print one\n        }")
        terminal.send("\u{1}print \u{19} \r")
        terminal.contains("two")
    }

    @Test func `a block taller than the window scrolls with the cursor`() throws {
        let terminal = try sessions.startEmpty(columns: 40, rows: 10)
        terminal.paste((1...30).map { "x\($0) = \($0)" }.joined(separator: "\n"))
        #expect(terminal.wait { $0.rows.last?.hasSuffix("x30 = 30") == true })
        for _ in 0..<29 { terminal.send("\u{1B}[A") }
        #expect(terminal.wait { $0.rows[0] == "[1] lc> x1 = 1" })
        terminal.send("\u{1B}[B\u{5}0")
        #expect(terminal.wait { $0.rows[1] == "        x2 = 20" })
        terminal.send("\r")
        #expect(terminal.wait { $0.text.hasSuffix("[2] lc>") })
        terminal.type("print (x2 + x30)\r")
        terminal.contains("\n50\n")
    }

    @Test func `a suggestion is dim, is taken by Right or Ctrl-F, and is never in the way`() throws
    {
        let terminal = try sessions.startEmpty()
        terminal.type("print \"first one\"\r")
        terminal.contains("[2] lc>")
        terminal.send("\u{C}pri")
        #expect(terminal.wait { $0.hint == "nt \"first one\"" && $0.beforeCursor == "[2] lc> pri" })
        terminal.send("nt 5")
        #expect(terminal.wait { $0.hint.isEmpty && $0.text == "[2] lc> print 5" })
        terminal.send("\r")
        terminal.contains("\n5\n[3] lc>")
        terminal.send("print \u{1B}[D\u{1B}[C")
        #expect(terminal.wait { $0.hint == "5" })
        terminal.send("\"")
        #expect(terminal.wait { $0.hint == "first one\"" })
        terminal.send("\u{6}\r")
        terminal.contains("first one\n[4] lc>")
        terminal.send("\u{C}loss ")
        #expect(terminal.wait { $0.hint.hasPrefix("svm") })
        terminal.send("\u{1B}[C")
        #expect(terminal.wait { $0.beforeCursor == "[4] lc> loss svm" })
        terminal.send("\u{3}\u{C}sgd ba")
        #expect(terminal.wait { $0.hint == "tch=" })
        terminal.send("\u{1B}[C")
        #expect(terminal.wait { $0.hint.hasPrefix("128") })
    }

    @Test func `Tab completes, and lists meanings and defaults`() throws {
        let terminal = try sessions.startEmpty()
        sessions.home.write("my notes.csv", "a,b\n1,2\n")
        terminal.send("hel\tsg\t")
        terminal.shows("[1] lc> help sgd")
        terminal.send("\u{15}sgd b\t")
        terminal.shows("[1] lc> sgd batch=128  examples a minibatch")
        terminal.send("64 \t")
        #expect(terminal.wait { $0.text.contains("epochs=") && $0.text.contains("[10]") })
        #expect(!terminal.model.text.contains("  batch="))
        terminal.send("x")
        #expect(terminal.wait { !$0.text.contains("epochs=") })
        terminal.send("\u{15}load csv ~/my\t")
        terminal.contains("[1] lc> load csv \"~/my notes.csv\"")
        terminal.send("\u{15}r = {loss: 1, lr: 2}\r")
        terminal.contains("[2] lc>")
        terminal.send("r.lo\t")
        terminal.contains("[2] lc> r.loss")
    }

    @Test func `vi's keys work where ~/.editrc asks for them`() throws {
        sessions.home.write(".editrc", "# mine\nbind -v\nlc:bind \"^X\" ed-delete-prev-char\n")
        let terminal = try sessions.startEmpty()
        terminal.send("print one")
        terminal.shows("[1] lc> print one")
        terminal.send("\u{1B}")
        terminal.settle(milliseconds: 60)
        terminal.send("bdwatwo\u{18}O")
        terminal.shows("[1] lc> print twO")
        terminal.send("\r")
        terminal.contains("\ntwO\n[2] lc>")
        terminal.send("\u{1B}")
        terminal.settle(milliseconds: 60)
        terminal.send("k")
        terminal.contains("[2] lc> print twO")
        terminal.send("\u{1B}[H")
        #expect(terminal.wait { $0.beforeCursor == "[2] lc>" })
        terminal.send("\r")
        terminal.contains("\ntwO\n[3] lc>")
    }

    @Test func `vi's u takes back what was typed, and a long line is whole`() throws {
        sessions.home.write(".editrc", "bind -v\n")
        let terminal = try sessions.startEmpty()
        terminal.send("print one")
        terminal.shows("[1] lc> print one")
        terminal.send("\u{1B}")
        terminal.settle(milliseconds: 60)
        terminal.send("0dw")
        terminal.shows("[1] lc> one")
        terminal.send("u")
        terminal.shows("[1] lc> print one")
        terminal.send("A")
        for _ in 0..<300 { terminal.send(String(repeating: "x", count: 100)) }
        terminal.settle(milliseconds: 300)
        terminal.send("\u{1B}")
        terminal.settle(milliseconds: 60)
        terminal.send("ddiprint 5\r")
        terminal.contains("\n5\n[2] lc>")
    }

    @Test func `a mark set in a line that grew long is still inside it`() throws {
        let terminal = try sessions.startEmpty()
        terminal.send("print 1\u{0}")
        for _ in 0..<300 { terminal.send(String(repeating: "y", count: 100)) }
        terminal.settle(milliseconds: 300)
        terminal.send("\u{18}\u{18}\u{1B}w\u{19}")
        terminal.settle(milliseconds: 100)
        terminal.send("\u{15}print 6\r")
        terminal.contains("\n6\n[2] lc>")
    }

    @Test func `~/.editrc cannot take away the keys that end and complete a line`() throws {
        sessions.home.write(
            ".editrc",
            """
            bind ^M ed-insert
            bind ^J ed-insert
            bind ^I ed-insert
            bind ^R ed-insert
            bind ^D ed-insert
            bind no-such-key no-such-function
            bind ^G no-such-function
            setty -d +echo +icanon
            edit off
            unknown words "here
            """)
        let terminal = try sessions.start()
        terminal.send("\u{C}pri\t5\r")
        #expect(terminal.wait(for: "\n5\n"))
        terminal.send("\u{12}pri")
        terminal.contains("search: pri")
        terminal.send("\u{7}\u{4}")
        #expect(terminal.status() == 0)
    }

    @Test func `help tells of the keys, where there are keys`() throws {
        let terminal = try sessions.start(rows: 90)
        terminal.type("help\r")
        #expect(terminal.wait(for: "; help keys"))
        terminal.type("help keys\r")
        #expect(terminal.wait(for: "Ctrl-R"))
        let piped = BuiltProgram.run(["-c", "help keys"])
        #expect(piped.status == 1 && piped.errors.contains("there is no help on 'keys'"))
    }

    @Test func `a terminal that can only print has a session too`() throws {
        let terminal = try sessions.start(term: "dumb")
        terminal.send("print \"한 글\"\r")
        #expect(terminal.wait(for: "\n한 글\n"))
        #expect(!terminal.raw.contains("\u{1B}"))
        terminal.send("\u{4}")
        #expect(terminal.status() == 0)
    }

    @Test func `edit puts a cell on the line, to be changed and run`() throws {
        let terminal = try sessions.startEmpty()
        terminal.type("for i in 1..2 {\rprint \"n {i * 10}\"\r}\r")
        terminal.contains("[2] lc>")
        terminal.type("edit 1\r")
        terminal.contains("[3] lc> for i in 1..2 {\n          print \"n {i * 10}\"\n        }")
        terminal.type("; print (6 * 7)\r")
        terminal.contains("n 10\nn 20\n")
        terminal.contains("\n42\n")
    }
}
