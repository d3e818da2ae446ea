import LineEditing
import TestSupport
import Testing

extension LineEditorTests {
    /// Entries that come back.
    @Suite struct History {
        private static let block = "repeat 2 {\n  x = x + 1\n}"

        @Test func `the history brings blocks back whole, and leaves them at once`() throws {
            let session = try ScriptedSession(history: ["x = 1", Self.block])
            let shown = "lc> repeat 2 {\n      x = x + 1\n    }"
            session.send("y = 3\u{1B}[A")
            session.shows("lc> y = 3")
            session.send("\u{1B}[5~")
            session.shows(shown)
            session.check { $0.cursorRow == 0 && $0.beforeCursor == "lc> repeat 2 {" }
            session.send("\u{1B}[A")
            session.shows("lc> x = 1")
            session.send("\u{1B}[A")
            session.shows("lc> x = 1")
            session.send("\u{1B}[B")
            session.shows(shown)
            session.send("\u{1B}[B")
            session.shows("lc> y = 3")
            session.send("\u{15}\u{1B}[A\r")
            #expect(session.read() == .text(Self.block))
        }

        @Test func `Ctrl-R finds text anywhere, in Hangul too, and shows it`() throws {
            let session = try ScriptedSession(history: [
                "print \"정확도 하나\"", "print \"Loss two\"", "print \"손실 셋\"", "print \"four\"",
            ])
            session.send("\u{12}정확")
            session.shows("search: 정확\n› print \"정확도 하나\"")
            session.check { $0.inverse == "정확" }
            session.send("\u{7F}\u{7F}loss")
            session.shows("search: loss\n› print \"Loss two\"")
            session.send("\u{7F}\u{7F}\u{7F}\u{7F}손")
            session.shows("search: 손\n› print \"손실 셋\"")
            session.send("\u{7}\u{12}print\u{12}\u{12}")
            session.check { $0.text.contains("› print \"Loss two\"") }
            session.send("\u{13}\u{13}")
            session.check { $0.text.contains("› print \"four\"") }
            session.send("\u{7}")
            session.shows("lc>")
            session.send("\u{12}손\r")
            #expect(session.read() == .text("print \"손실 셋\""))
            session.send("\u{12}no such text")
            session.check { $0.text.contains("search (not found): no such text") }
            session.send("\u{3}")
            #expect(session.read() == .interrupted)
        }

        @Test func `Escape takes what was found, and other keys do what they do`() throws {
            let session = try ScriptedSession(history: ["a = 1", "b = 2"])
            session.press("\u{12}a =\u{1B}")
            session.shows("lc> a = 1")
            session.send("\u{12}b\u{15}")
            session.shows("lc>")
            session.send("\u{12}b =\u{1}")
            session.check { $0.text == "lc> b = 2" && $0.cursorColumn == 4 }
            #expect(session.read() == .endOfInput)
        }

        @Test func `after a search Down goes on with what was entered then`() throws {
            let session = try ScriptedSession(history: ["a = 1", "b = 2", "c = 3", "d = 4"])
            session.send("\u{12}b =\u{1B}[C")
            session.shows("lc> b = 2")
            session.send("\u{1B}[B")
            session.shows("lc> c = 3")
            session.send("\u{1B}[B\u{15}\u{12}b =\r")
            #expect(session.read() == .text("b = 2"))
            session.editor.remember(HistoryEntry("b = 2"))
            session.send("\u{1B}[B\r")
            #expect(session.read() == .text("c = 3"))
            session.editor.remember(HistoryEntry("c = 3"))
            session.send("\u{1B}[B\r")
            #expect(session.read() == .text("d = 4"))
        }
    }
}
