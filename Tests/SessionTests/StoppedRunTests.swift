import Learning
import Notebook
import Session
import Synchronization
import Syntax
import Testing

/// Runs that Ctrl-C stops at the first sign of progress.
@Suite struct StoppedRunTests {
    private final class Key: Sendable {
        let isPressed = Atomic(false)
    }

    /// Runs texts, the last of them stopped.
    private func session(_ texts: [String]) -> Session {
        let key = Key()
        let session = Session(
            environment: Environment(
                isInterrupted: { key.isPressed.load(ordering: .relaxed) },
                progress: {
                    if $0.fraction > 0, $0.fraction < 0.9 {
                        key.isPressed.store(true, ordering: .relaxed)
                    }
                }))
        for text in texts {
            session.run(cell: Source(name: "", text: text)) { _ in }
        }
        key.isPressed.store(false, ordering: .relaxed)
        return session
    }

    @Test(arguments: [
        ["load iris; reg l2 0.01", "sgd steps=100000000"],
        ["load iris; x = 1", "x = sgd steps=100000000"],
        ["load iris", "def two { sgd steps=1; sgd steps=100000000 }", "two"],
        ["load iris", "gd steps=100000000"],
        ["load iris; sgd epochs=1", "search random 1000000000"],
    ])
    func `what was left is saved to the same bits, with the runs after it`(texts: [String]) throws {
        let stopped = session(texts)
        try #require(stopped.state.runs.last?.source.hasSuffix("(stopped)") == true)
        #expect(CommandTests.run("sgd epochs=1; restore", in: stopped).error == nil)
        let saved = SavedSession.text(stopped.state)
        #expect(saved.contains("\nstopped \""))
        let again = Session()
        #expect(CommandTests.run(saved, in: again).error == nil)
        #expect(again.state.classifier == stopped.state.classifier)
        #expect(again.state.runs.map(\.source) == stopped.state.runs.map(\.source))
        #expect(again.state.runs.map(\.classifier) == stopped.state.runs.map(\.classifier))
        #expect(again.state.variables == stopped.state.variables)
        #expect(again.state.draws == stopped.state.draws)
    }

    @Test func `tune keeps the trials that were done and says that it was interrupted`() throws {
        let key = Key()
        let session = Session(
            environment: Environment(
                isInterrupted: { key.isPressed.load(ordering: .relaxed) },
                progress: { _ in key.isPressed.store(true, ordering: .relaxed) }))
        let rates = (1...200).map { "\($0)e-4" }.joined(separator: ", ")
        var ended: Session.StatementResult?
        session.run(cell: Source(name: "", text: "load iris")) { _ in }
        session.run(cell: Source(name: "", text: "tune lr=[\(rates)] epochs=2")) { ended = $0 }
        let result = try #require(ended)
        #expect(result.isInterrupted && result.error == nil)
        guard case .record(let record) = result.value, case .number(let kept) = record["candidates"]
        else { throw Missing() }
        #expect(record["stop"] == .string("interrupted"))
        #expect(kept >= 1 && kept < 200)
        var shown = ""
        for case .text(let text) in result.outputs { shown += text }
        #expect(shown.contains("stopped by Ctrl-C after"))
        #expect(shown.contains("of 200 candidates; the best so far is kept"))
        let run = try #require(session.state.runs.last)
        #expect(session.state.runs.count == 1 && run.source.hasSuffix("(stopped)"))
        #expect(session.state.classifier == run.classifier)
    }

    private struct Missing: Error {}

    @Test func `weights of other data are refused`() {
        let message = CommandTests.run("load iris; stopped sgd weights=\"00000000\"").error
        #expect(message == "these are not the 15 weights that iris needs")
        for text in ["0", "0000000x", String(repeating: "zzzzzzzz", count: 15)] {
            #expect(CommandTests.run("load iris; stopped sgd weights=\"\(text)\"").error == message)
        }
    }
}
