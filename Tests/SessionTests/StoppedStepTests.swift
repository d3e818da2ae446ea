import Platform
import Session
import Syntax
import Testing

/// The first Ctrl-C during a command that keeps its work: the step that it is at is given up.
@Suite struct StoppedStepTests {
    private static let commands = [
        "search random 100000", "search local 100000", "gd steps=100000", "lbfgs tolerance=1e-30",
        "sgd steps=1000000", "sgd batch=1000 steps=100000", "sgd batch=1 steps=1000000",
        "sgd optimizer=adam steps=1000000",
    ]
    /// The passes over the examples that say what is left take fewer looks on one thread, and each of
    /// these commands takes hundreds of thousands if it is not stopped.
    private static let mostLooks = 1500

    private func session() -> Session {
        Session(environment: Environment(isInterrupted: { Abandonment.isStopRequested }))
    }

    @Test(arguments: commands)
    func `what is done after Ctrl-C is bounded, wherever it comes`(command: String) throws {
        for look in [2, 50, 1000] {
            let session = session()
            let ready = CommandTests.run("load blobs n=400 d=8; loss softmax", in: session)
            try #require(ready.error == nil)
            let (result, looks) = Abandonment.stop(atLook: look) {
                CommandTests.run(command, in: session)
            }
            #expect(looks > 0 && looks < Self.mostLooks, "look \(look): \(looks)")
            // A command that was stopped before it had anything leaves nothing.
            guard case .record(let record) = result.value else {
                #expect(session.state.runs.isEmpty)
                continue
            }
            #expect(record["stop"] == .string("interrupted"))
            #expect(session.state.runs.last?.source.hasSuffix("(stopped)") == true)
            #expect(session.state.runs.last?.loss.isFinite == true)
        }
    }

    @Test func `the weights that are left are no worse than those before`() throws {
        for command in ["search local 100000", "sgd steps=100000", "gd steps=10000", "lbfgs"] {
            for look in [20, 200] {
                let session = session()
                let setup = "load blobs n=400 d=8; loss softmax; sgd epochs=3; eval train"
                guard case .record(let before) = CommandTests.run(setup, in: session).value,
                    case .number(let loss) = before["loss"]
                else { throw Missing() }
                _ = Abandonment.stop(atLook: look) { CommandTests.run(command, in: session) }
                let after = try #require(session.state.runs.last)
                #expect(after.loss <= loss + 1e-6, "\(command), look \(look)")
            }
        }
    }

    private struct Missing: Error {}
}
