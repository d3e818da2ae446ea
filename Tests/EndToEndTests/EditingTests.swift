import Platform
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
        terminal.contains("[1] lc> Pint \"한날다\"")
    }

    @Test func `words and defaults are suggested, and taken by Right`() throws {
        let terminal = try sessions.startEmpty()
        terminal.send("loss ")
        #expect(terminal.wait { $0.hint.hasPrefix("svm") })
        terminal.send("\u{1B}[C")
        #expect(terminal.wait { $0.beforeCursor == "[1] lc> loss svm" })
        terminal.send("\u{15}sgd ba")
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
        terminal.contains("[1] lc> sgd batch=128  examples a minibatch")
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
        terminal.send("print one\u{1B}")
        #expect(terminal.wait { $0.beforeCursor == "[1] lc: print on" })
        terminal.send("bdwatwo\u{18}O")
        terminal.shows("[1] lc> print twO")
        terminal.send("\r")
        terminal.contains("\ntwO\n[2] lc>")
    }

    @Test func `help tells of the keys, where there are keys`() throws {
        let terminal = try sessions.start(rows: 90)
        terminal.type("help\r")
        #expect(terminal.wait(for: "; help keys"))
        terminal.type("help keys\r")
        #expect(terminal.wait(for: "Ctrl-R"))
        let piped = BuiltProgram.run(["-c", "help keys"])
        #expect(piped.status == 0 && piped.output.contains("Ctrl-R"))
    }

    @Test func `a terminal that can only print has a session too`() throws {
        let terminal = try sessions.start(term: "dumb")
        terminal.send("print \"한 글\"\r")
        #expect(terminal.wait(for: "\n한 글\n[2] lc> "))
        terminal.send("repeat 2 {\rprint (6 * 7)\r}\r")
        #expect(terminal.wait(for: "42\n42\n[3] lc> "))
        terminal.send("load digits; gd steps=100000000\r")
        #expect(terminal.wait(for: "1079"))
        terminal.signal(.interrupt)
        #expect(terminal.wait(for: "[4] lc> "))
        terminal.signal(.interrupt)
        #expect(terminal.wait(for: "[4] lc> "))
        terminal.send("edit 2\r")
        #expect(terminal.wait(for: "[5] lc> repeat 2 {\n        print (6 * 7)\n        }"))
        terminal.send("; print (7 * 7)\r")
        #expect(terminal.wait(for: "\n42\n42\n"))
        #expect(terminal.wait(for: "49"))
        terminal.send("\u{4}")
        #expect(terminal.status() == 0)
    }

    @Test(arguments: ["dumb", "unknown", ""])
    func `on a terminal that can only print, lines are edited without a redrawing`(term: String)
        throws
    {
        let terminal = try sessions.start(term: term)
        terminal.send("print 12\u{7F}3\r")
        #expect(terminal.wait(for: "\n13\n[2] lc> "))
        terminal.send("nonsense\u{15}print 77\r")
        #expect(terminal.wait(for: "\n77\n"))
        terminal.send("\u{4}")
        #expect(terminal.status() == 0)
        // What the terminal itself echoes of the keys takes characters away by backspaces.
        let shown = terminal.raw.replacing("\r\n", with: "\n").unicodeScalars
        #expect(!shown.contains("\r") && !shown.contains("\u{1B}"))
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
