import LineEditing
import TestSupport
import Testing

/// Whole lines, from bytes to the screen and back to text. One after another: libedit has one
/// current line.
@Suite(.serialized) enum LineEditorTests {
    /// Typing on the line.
    @Suite struct Typing {
        @Test func `what is typed is shown and read`() throws {
            let session = try ScriptedSession()
            session.send("print 1")
            session.shows("lc> print 1")
            session.send("\r")
            #expect(session.read() == .text("print 1"))
            #expect(session.read() == .endOfInput)
            #expect(session.terminal.model.text == "lc> print 1\nlc>")
            #expect(!session.terminal.isEditing)
        }

        @Test func `Ctrl-D leaves an empty line, and deletes in another`() throws {
            let session = try ScriptedSession()
            session.send("ab\u{1}\u{4}")
            session.shows("lc> b")
            session.send("\u{5}\u{4}")
            session.shows("lc> b")
            session.send("\u{7F}\u{4}")
            #expect(session.read() == .endOfInput)
        }

        @Test func `Korean is typed, deleted and wrapped by syllables`() throws {
            let session = try ScriptedSession(columns: 20)
            session.send("print \"한글라\u{7F}날")
            session.shows("lc> print \"한글날")
            session.send("다\u{1B}[D\u{1B}[D\u{7F}")
            session.shows("lc> print \"한날다")
            session.send("\u{5}가나")
            session.shows("lc> print \"한날다가\n    나")
            session.send("\u{1}\u{1B}[3~\u{1B}[3~P\u{5}\u{7F}\u{7F}\"")
            session.shows("lc> Pint \"한날다\"")
            #expect(session.read() == .endOfInput)
        }

        @Test func `jamo and marks that come one by one become syllables and letters`() throws {
            let session = try ScriptedSession()
            session.send("\"\u{1112}\u{1161}\u{11AB}\u{1100}\u{1173}\u{11AF} e\u{301}\"")
            session.shows("lc> \"한글 é\"")
            session.send("\u{7F}\u{7F}\u{7F}\u{7F}\"\r")
            #expect(session.read() == .text("\"한\""))
        }

        @Test func `a line longer than the window goes on below, and comes back`() throws {
            let session = try ScriptedSession(columns: 16)
            session.send("print (1 + 2 + 3 + 4)")
            session.shows("lc> print (1 + 2\n     + 3 + 4)")
            session.send("\u{1}\u{1B}[C\u{1B}[C")
            session.check { $0.beforeCursor == "lc> pr" }
            session.send("\u{5}" + String(repeating: "\u{7F}", count: 9))
            session.shows("lc> print (1 + 2")
            session.check { $0.cursorColumn == 4 && $0.cursorRow == 1 }
            session.send(")\r")
            #expect(session.read() == .text("print (1 + 2)"))
        }

        @Test func `a block of several lines is edited as one`() throws {
            let session = try ScriptedSession()
            session.type("for i in 1..2 {\rprint \"n {i}\"\r}")
            session.shows("lc> for i in 1..2 {\n      print \"n {i}\"\n    }")
            session.send("\u{1B}[A\u{5}\u{7F}!\"")
            session.check { $0.text.contains("  print \"n {i}!\"") }
            session.send("\u{1B}[A\u{1B}[H")
            session.check { $0.beforeCursor == "lc>" && $0.cursorRow == 0 }
            session.send("\u{1B}[B\u{1B}[B")
            session.check { $0.cursorRow == 2 && $0.cursorColumn == 4 }
            session.send("\u{1B}[A\r")
            #expect(session.read() == .text("for i in 1..2 {\n  print \"n {i}!\"\n}"))
        }

        @Test func `Alt-Enter begins a line in a block that is complete`() throws {
            let session = try ScriptedSession()
            session.send("x = 1\u{1B}\r")
            session.shows("lc> x = 1")
            session.check { $0.cursorRow == 1 }
            session.send("x + 1\r")
            #expect(session.read() == .text("x = 1\nx + 1"))
        }

        @Test func `what will never be complete ends with three empty lines`() throws {
            let session = try ScriptedSession()
            session.type("for i in 1..2 {\rprint (1 +\r\r\r")
            session.check { $0.cursorRow == 4 }
            session.send("\r")
            guard case .text(let text) = session.read() else {
                Issue.record("the line does not end")
                return
            }
            #expect(text.hasPrefix("for i in 1..2 {\n  print (1 +\n"))
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
            let session = try ScriptedSession()
            session.send("print one two" + home)
            session.check { $0.beforeCursor == "lc>" }
            session.send(end + back)
            session.check { $0.beforeCursor == "lc> print one" }
            session.send(back + back + forth)
            session.check { $0.beforeCursor == "lc> print" }
            session.send("\u{1B}[3~")
            session.shows("lc> printone two")
            session.send(end + "\u{1B}\u{7F}\u{17}")
            session.shows("lc>")
            #expect(session.read() == .endOfInput)
        }

        @Test func `unknown keys leave nothing on the line`() throws {
            let session = try ScriptedSession()
            for key in ["[15~", "[M !!", "]11;rgb:0/0/0\u{1B}\\", "P1$r0m\u{1B}\\", ""] {
                session.press("\u{1B}" + key)
            }
            session.send("5")
            session.shows("lc> 5")
            #expect(session.read() == .endOfInput)
        }

        @Test func `Ctrl-K and Ctrl-Y move text, within a line of a block`() throws {
            let session = try ScriptedSession()
            session.type("repeat 1 {\rprint one two\r}")
            session.send("\u{1B}[A\u{1B}[F\u{1B}b\u{B}")
            session.shows("lc> repeat 1 {\n      print one\n    }")
            session.send("\u{1}print \u{19} \r")
            #expect(session.read() == .text("repeat 1 {\nprint two   print one \n}"))
        }

        @Test func `a block taller than the window scrolls with the cursor`() throws {
            let session = try ScriptedSession(columns: 40, rows: 10)
            session.paste((1...30).map { "x\($0) = \($0)" }.joined(separator: "\n"))
            session.check { $0.rows.last?.hasSuffix("x30 = 30") == true }
            session.send(String(repeating: "\u{1B}[A", count: 29))
            session.check { $0.rows[0] == "lc> x1 = 1" }
            session.send("\u{1B}[B\u{5}0")
            session.check { $0.rows[1] == "    x2 = 20" }
            session.send("\r")
            guard case .text(let text) = session.read() else {
                Issue.record("the line does not end")
                return
            }
            #expect(text.contains("\nx2 = 20\n") && text.hasSuffix("x30 = 30"))
        }

        @Test func `a mark set in a line that grew long is still inside it`() throws {
            let session = try ScriptedSession()
            session.send("print 1\u{0}" + String(repeating: "y", count: 30_000))
            session.pause(1)
            session.send("\u{18}\u{18}\u{1B}w\u{19}\u{15}print 6\r")
            #expect(session.read() == .text("print 6"))
        }

        @Test func `a draft is on the line before anything is typed`() throws {
            let session = try ScriptedSession()
            session.shows("lc> for i in 1..2 {\n      print 1\n    }")
            session.send(" \r")
            #expect(
                session.read(draft: "for i in 1..2 {\n  print 1\n}")
                    == .text("for i in 1..2 {\n  print 1\n} "))
        }
    }
}
