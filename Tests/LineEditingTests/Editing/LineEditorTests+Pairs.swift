import LineEditing
import TestSupport
import Testing

extension LineEditorTests {
    /// Moves between brackets, and keys that come in pieces.
    @Suite struct Pairs {
        private func session() throws -> ScriptedSession {
            try ScriptedSession { $0.appearance = LineEditorTests.Look.appearance }
        }

        @Test func `Ctrl-] goes to the partner and back, over lines and past what is quoted`()
            throws
        {
            let session = try session()
            session.paste("f {\n  g(1, \"}\")\n}")
            session.send("\u{1D}")
            session.check { $0.cursorRow == 0 && $0.cursorColumn == 6 }
            session.send("\u{1D}")
            session.check { $0.cursorRow == 2 && $0.cursorColumn == 4 }
            session.send("\u{1B}[A\u{1B}[C\u{1B}[C\u{1B}[C\u{1B}[C\u{1B}[C\u{1D}")
            session.check { $0.cursorRow == 1 && $0.beforeCursor == "      g" }
            #expect(session.read() == .endOfInput)
        }

        @Test func `Alt-Ctrl-F and Alt-Ctrl-B go over pairs`() throws {
            let session = try session()
            session.send("a (b) [c]\u{1}\u{1B}\u{6}")
            session.check { $0.beforeCursor == "lc> a (b)" }
            session.send("\u{1B}\u{6}\u{1B}\u{6}")
            session.check { $0.beforeCursor == "lc> a (b) [c]" }
            session.send("\u{1B}\u{2}")
            session.check { $0.cursorColumn == 10 }
            #expect(session.read() == .endOfInput)
        }

        @Test(arguments: [100, 300, 450])
        func `a key whose bytes come late is that key`(pause: Int) throws {
            for settings in ["", "bind -v\n"] {
                let session = try ScriptedSession(settings: settings)
                session.send("abc")
                session.pause(100)
                for byte in ["\u{1B}", "[", "D"] {
                    session.send(byte)
                    session.pause(pause)
                }
                session.shows(settings.isEmpty ? "lc> abc" : "lc: abc")
                session.check { $0.beforeCursor.hasSuffix(settings.isEmpty ? "ab" : "a") }
                #expect(session.read() == .endOfInput)
            }
        }

        @Test func `Escape and then a list is a list`() throws {
            let session = try session()
            session.send("\u{1B}")
            session.pause(600)
            for key in "[1, 2]" {
                session.send(String(key))
                session.pause(120)
            }
            session.shows("lc> [1, 2]")
            session.send("\u{15}\u{1B}")
            session.pause(600)
            session.send("[")
            session.pause(600)
            session.shows("lc> [")
            #expect(session.read() == .endOfInput)
        }
    }
}
