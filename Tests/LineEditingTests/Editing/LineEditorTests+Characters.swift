import LineEditing
import TestSupport
import Testing

extension LineEditorTests {
    /// Characters of several scalars.
    @Suite struct Characters {
        static let all = [
            "한", "e\u{301}", "n\u{330}\u{301}", "🇰🇷", "👨‍👩‍👧‍👦", "👍🏽", "❤\u{FE0F}", "ก\u{E33}", "각",
        ]

        @Test(arguments: all)
        func `a character is moved over and deleted as one`(character: String) throws {
            let session = try ScriptedSession()
            session.send("a\(character)b\u{1B}[D\u{1B}[D")
            session.check { $0.beforeCursor == "lc> a" }
            session.send("\u{1B}[C")
            session.check { $0.cursorColumn == 5 + LineLayout.columns(character) }
            session.send("\u{7F}")
            session.shows("lc> ab")
            session.send("\(character)\u{2}\u{4}")
            session.shows("lc> ab")
            session.send("\(character)\r")
            guard case .text(let text) = session.read() else {
                Issue.record("the line does not end")
                return
            }
            #expect(text == "a\(character)b")
        }

        @Test(arguments: all)
        func `a character that does not fit goes to the next row whole`(character: String) throws {
            let width = LineLayout.columns(character)
            let session = try ScriptedSession(columns: 20)
            session.send(String(repeating: "a", count: 17 - width) + character)
            session.check { $0.cursorRow == 1 }
            session.send("\u{1}\u{5}\u{7F}")
            session.shows("lc> " + String(repeating: "a", count: 17 - width))
            #expect(session.read() == .endOfInput)
        }

        @Test func `vi's keys move over characters and delete them whole`() throws {
            let session = try ScriptedSession(settings: "bind -v")
            session.press("a👨‍👩‍👧b\u{1B}")
            session.check { $0.beforeCursor == "lc: a👨‍👩‍👧" }
            session.press("h")
            session.check { $0.beforeCursor == "lc: a" }
            session.press("x")
            session.shows("lc: ab")
            session.press("A!")
            session.shows("lc> ab!")
            #expect(session.read() == .endOfInput)
        }
    }
}
