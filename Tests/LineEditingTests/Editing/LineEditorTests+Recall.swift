import LineEditing
import TestSupport
import Testing

extension LineEditorTests {
    /// Up, Down and Ctrl-O.
    @Suite struct Recall {
        private static let entries = [
            "load iris", "loss svm", "sgd lr=0.1", "loss softmax", "eval",
        ]

        @Test func `what Up looks for is marked until it is changed away or entered`() throws {
            let session = try ScriptedSession(history: Self.entries)
            session.send("lo\u{1B}[A")
            session.check { $0.text == "lc> loss softmax" && $0.styled(row: 0) == ["4: lo"] }
            session.send("\u{1}x")
            session.check { $0.styled(row: 0) == [] }
            session.send("\u{7F}\r")
            #expect(session.read() == .text("loss softmax"))
            session.check { !$0.text.contains("no") && $0.styled(row: 0) == [] }
            #expect(session.read() == .endOfInput)
        }

        @Test func `where nothing begins so, what has it inside comes, and Down leads back`() throws
        {
            let session = try ScriptedSession(history: Self.entries)
            session.send("s\u{1B}[A")
            session.shows("lc> sgd lr=0.1")
            session.send("\u{1B}[A")
            session.shows("lc> sgd lr=0.1")
            session.send("\u{15}")
            #expect(session.read() == .endOfInput)
            let other = try ScriptedSession(history: Self.entries)
            other.send("so\u{1B}[A")
            other.check { $0.text == "lc> loss softmax" && $0.styled(row: 0) == ["4: so"] }
            other.send("\u{1B}[B")
            other.shows("lc> so")
            other.send("\u{15}ss\u{1B}[A\u{1B}[A")
            other.shows("lc> loss svm")
            other.send("\u{1B}[A\u{1B}[B")
            other.shows("lc> loss softmax")
            other.send("\u{1B}[B")
            other.shows("lc> ss")
            #expect(other.read() == .endOfInput)
        }

        @Test func `edits of several entries and the draft stay until Enter`() throws {
            let session = try ScriptedSession(history: ["a = 1", "b = 2"])
            session.send("dr\u{1B}[5~!\u{1B}[5~?\u{1B}[6~")
            session.shows("lc> b = 2!")
            session.send("\u{1B}[6~")
            session.shows("lc> dr")
            session.send("\u{1B}[5~\u{1B}[5~")
            session.shows("lc> a = 1?")
            session.send("\r")
            #expect(session.read() == .text("a = 1?"))
            session.send("\u{1B}[A")
            session.check { $0.text.hasSuffix("lc> b = 2") }
            #expect(session.read() == .endOfInput)
        }

        @Test func `Ctrl-O runs an entry and brings the next, also where entries repeat`() throws {
            let session = try ScriptedSession(history: ["a = 1", "b = 2", "c = 3"])
            session.send("\u{1B}[A\u{1B}[A\u{1B}[A\u{F}")
            #expect(session.read() == .text("a = 1"))
            session.editor.remember(HistoryEntry("a = 1"))
            session.check { $0.text.hasSuffix("lc> b = 2") }
            session.send("\u{F}")
            #expect(session.read() == .text("b = 2"))
            session.editor.remember(HistoryEntry("b = 2"))
            session.check { $0.text.hasSuffix("lc> c = 3") }
            session.send("\r")
            #expect(session.read() == .text("c = 3"))
            session.editor.remember(HistoryEntry("c = 3"))
            session.check { $0.text.hasSuffix("lc>") }
            session.send("x\u{F}")
            #expect(session.read() == .text("x"))
            session.editor.remember(HistoryEntry("x"))
            session.check { $0.text.hasSuffix("lc>") }
            #expect(session.read() == .endOfInput)
        }
    }
}
