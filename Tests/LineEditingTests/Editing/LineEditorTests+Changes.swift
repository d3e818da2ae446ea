import LineEditing
import TestSupport
import Testing

extension LineEditorTests {
    /// Undo, what was cut, last arguments.
    @Suite struct Changes {
        @Test func `Ctrl-_ takes words back, and Alt-slash brings them again`() throws {
            let session = try ScriptedSession()
            session.send("sgd lr=0.1 epochs=3\u{1F}")
            session.shows("lc> sgd lr=0.1")
            session.send("\u{1F}\u{1F}")
            session.shows("lc>")
            session.send("\u{1F}\u{1B}/\u{1B}/")
            session.shows("lc> sgd lr=0.1")
            session.send("\u{15}\u{1F}")
            session.shows("lc> sgd lr=0.1")
            session.send("x\u{1B}/")
            session.shows("lc> sgd lr=0.1 x")
            session.send("\r")
            #expect(session.read() == .text("sgd lr=0.1 x"))
            session.send("\u{1F}new")
            session.shows("lc> sgd lr=0.1 x\nlc> new")
            #expect(session.read() == .endOfInput)
        }

        @Test func `a paste, a completion and an entry of the history are each one step`() throws {
            let session = try ScriptedSession(history: ["old entry"])
            session.send("a ")
            session.paste("b c d")
            session.send("\u{1F}")
            session.shows("lc> a")
            session.send("\u{1F}\u{1B}[A\u{1F}")
            session.shows("lc>")
            #expect(session.read() == .endOfInput)
        }

        @Test func `Alt-Y brings what was cut before`() throws {
            let session = try ScriptedSession()
            session.send("one two three\u{17}\u{17}")
            session.shows("lc> one")
            session.send("\u{19}")
            session.shows("lc> one two")
            session.send("\u{1B}y")
            session.shows("lc> one three")
            session.send("\u{1B}y")
            session.shows("lc> one two")
            session.send("\u{1B}[D\u{1B}y")
            session.shows("lc> one two")
            #expect(session.read() == .endOfInput)
        }

        @Test func `Alt-dot brings last arguments, the newest first`() throws {
            let session = try ScriptedSession(history: ["load iris", "sgd", "eval test"]) {
                $0.lastArgument = { entry in
                    entry.split(separator: " ").dropFirst().last.map(String.init)
                }
            }
            session.send("print \u{1B}.")
            session.shows("lc> print test")
            session.send("\u{1B}.")
            session.shows("lc> print iris")
            session.send("\u{1B}.")
            session.shows("lc> print iris")
            session.send(" \u{1B}.")
            session.shows("lc> print iris test")
            #expect(session.read() == .endOfInput)
        }

        @Test func `Ctrl-X Ctrl-E has another program change the block`() throws {
            let session = try ScriptedSession {
                $0.editExternally = { text, _, _ in
                    text == "x = 1" ? .text("x = 2\ny = 3") : .problem("no editor")
                }
            }
            session.send("x = 1\u{18}\u{5}")
            session.shows("lc> x = 2\n    y = 3")
            session.send("\u{18}\u{5}")
            session.shows("lc> x = 2\n    y = 3\n  no editor")
            session.send("\u{1F}\r")
            #expect(session.read() == .text("x = 1"))
        }

        @Test
        func
            `the editor gets the cursor's line, what it leaves is checked, and Ctrl-_ brings the text before`()
            throws
        {
            let session = try ScriptedSession {
                $0.isComplete = { _ in true }
                $0.remarks = { text, _ in text.contains("bad") ? ["error: line 1: bad"] : [] }
                $0.editExternally = { text, line, column in
                    switch text {
                    case "a\nb\nc": .text("bad \(line):\(column)\nc")
                    default: .text("")
                    }
                }
            }
            session.paste("a\nb\nc")
            session.send("\u{1B}[A\u{18}\u{5}")
            session.shows("lc> bad 2:2\n    c\n  error: line 1: bad")
            session.send("\u{18}\u{5}")
            session.shows("lc>\n  the editor left no text; Ctrl-_ brings back what was there")
            session.send("\u{1F}")
            session.shows("lc> bad 2:2\n    c\n  error: line 1: bad")
            session.send("\u{1F}")
            session.shows("lc> a\n    b\n    c")
            #expect(session.read() == .endOfInput)
        }

        @Test func `an edited entry is kept until Enter, and what is typed filters`() throws {
            let session = try ScriptedSession(history: ["load iris", "sgd", "loss svm"])
            session.send("lo\u{1B}[A!\u{1B}[A")
            session.shows("lc> load iris")
            session.send("\u{1B}[B")
            session.shows("lc> loss svm!")
            session.send("\u{1B}[B")
            session.check { $0.beforeCursor == "lc> lo" }
            #expect(session.read() == .endOfInput)
        }
    }
}
