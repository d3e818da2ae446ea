import LineEditing
import TerminalText
import Testing

extension LineEditorTests {
    /// A terminal that is asked for its background answers among the keys, or not at all.
    @Suite struct AnswerTests {
        fileprivate static let answer = "\u{1B}]11;rgb:ffff/ffff/ffff"

        private static func session(_ told: @escaping (ScreenColour) -> Void) throws
            -> ScriptedSession
        {
            try ScriptedSession { $0.takeBackground = told }
        }

        /// In one piece, in two with a pause between, and after what is typed at once.
        @Test(arguments: [
            [AnswerTests.answer + "\u{7}"], [AnswerTests.answer + "\u{1B}\\"],
            ["\u{1B}]11;r", "gb:ffff/ffff/ffff\u{7}"],
            ["\u{1B}]", "11;rgb:ffff/ffff/ffff\u{1B}", "\\"],
        ])
        func `an answer is taken, and nothing of it is on the line`(pieces: [String]) throws {
            var told: [ScreenColour] = []
            let session = try Self.session { told.append($0) }
            session.send("ab")
            for piece in pieces {
                session.send(piece)
                session.pause(200)
            }
            session.send("c\r")
            #expect(session.read() == .text("abc"))
            #expect(told == [ScreenColour(red: 1, green: 1, blue: 1)])
            #expect(session.terminal.written.contains("\u{1B}]11;?\u{1B}\\"))
        }

        @Test func `without an answer the line is as it was typed, and nobody is asked twice`()
            throws
        {
            let session = try Self.session { _ in Issue.record("nothing was told") }
            session.press("one\r")
            session.send("two\r")
            #expect(session.read() == .text("one") && session.read() == .text("two"))
            #expect(session.terminal.written.split(separator: "]11;?").count == 2)
        }

        @Test(arguments: [answer + "\u{7}\u{1B}[?62;c", "\u{1B}[?62;c"])
        func `a paste in one piece with an answer is the paste alone`(answer: String) throws {
            let session = try Self.session { _ in }
            session.send(answer + "\u{1B}[200~a {\nb\n}\u{1B}[201~")
            session.send("\r")
            #expect(session.read() == .text("a {\nb\n}"))
        }

        @Test func `an answer that nobody asked for is not on the line`() throws {
            let session = try ScriptedSession()
            session.send("a\u{1B}]11;rgb:0/0/0\u{7}b\r")
            #expect(session.read() == .text("ab"))
        }

        @Test
        func `an answer later than a second reaches no other program, and is waited for once`()
            throws
        {
            let session = try Self.session { _ in }
            session.terminal.answers = false
            session.pause(1300)
            session.send("x\r")
            session.pause(300)
            session.send(Self.answer + "\u{7}\u{1B}[?62;c")
            session.pause(5000)
            session.send("b\r")
            #expect(session.read() == .text("x"))
            var left: Int?
            session.editor.lendTerminal { left = session.terminal.script.count }
            #expect(left == 2)
            let begin = session.terminal.now
            session.editor.lendTerminal {}
            #expect(session.terminal.now == begin)
            #expect(session.read() == .text("b"))
        }

        /// What comes behind the question is for the editor, and only the rest for another program.
        @Test func `another program gets no answer, and keys that came among the answers are kept`()
            throws
        {
            var (told, left): ([ScreenColour], Int?) = ([], nil)
            let session = try Self.session { told.append($0) }
            session.terminal.answers = false
            session.send("x\r")
            session.pause(300)
            session.send("a" + Self.answer + "\u{1B}")
            session.pause(300)
            session.send("\\b\u{1B}[?62;c")
            session.pause(5000)
            session.send("c\r")
            #expect(session.read() == .text("x"))
            session.editor.lendTerminal { left = session.terminal.script.count }
            #expect(left == 2)
            #expect(session.read() == .text("abc"))
            #expect(told == [ScreenColour(red: 1, green: 1, blue: 1)])
        }

        @Test func `a terminal that does not answer is waited for once, and not long`() throws {
            let session = try Self.session { _ in Issue.record("nothing was told") }
            session.terminal.answers = false
            session.press("x\r")
            #expect(session.read() == .text("x"))
            let begin = session.terminal.now
            session.editor.lendTerminal {}
            session.editor.lendTerminal {}
            #expect(session.terminal.now - begin <= .seconds(1))
        }

        /// As slow lines bring them.
        @Test(arguments: ["\u{1B}|[D", "\u{1B}[|D", "\u{1B}[1;|5|D"])
        func `a key in pieces is one key`(pieces: String) throws {
            let session = try ScriptedSession()
            session.press("ab")
            for piece in pieces.split(separator: "|") {
                session.send(String(piece))
                session.pause(200)
            }
            session.send("x\r")
            let result = session.read()
            #expect(result == .text(pieces.contains("5") ? "xab" : "axb"))
        }
    }
}
