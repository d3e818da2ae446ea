import LineEditing
import TestSupport
import Testing

extension LineEditorTests {
    /// What waits when a line begins.
    @Suite struct PendingTests {
        @Test(arguments: ["\u{1B}[O", "\u{1B}[I", "\u{1B}]11;rgb:0/0/0\u{7}", "\u{1B}[99~"])
        func `the prompt is drawn behind what means nothing`(report: String) throws {
            let session = try ScriptedSession()
            session.send(report)
            session.pause(600)
            session.check { $0.text.hasPrefix("lc>") }
            session.send("one\r")
            #expect(session.read() == .text("one"))
        }
    }
}
