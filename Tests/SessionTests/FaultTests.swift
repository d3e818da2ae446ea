import Platform
import Session
import TestSupport
import Testing

/// Commands that write and read files, while one call on a file after the other fails.
@Suite struct FaultTests {
    private func session() -> Session {
        let session = Session()
        _ = CommandTests.run("load iris; sgd epochs=1", in: session)
        return session
    }

    @Test(arguments: ["npz", "lc", "html", "md", "ipynb"])
    func `what was saved before stays whole when saving fails`(form: String) {
        let folder = TemporaryFolder()
        let session = session()
        let name = "a.\(form)"
        let saving = (form == "npz" ? "save weights" : "save") + " \"\(folder.path)/\(name)\""
        var failures = 0
        for call in 1... {
            folder.write(name, "old")
            let outcome = FaultInjection.fail(at: call, with: .diskFull) {
                CommandTests.run(saving, in: session).error
            }
            guard outcome.hasFailed else { break }
            let error = outcome.result.get()
            if let error {
                failures += 1
                #expect(folder.read(name) == "old")
                #expect(error.contains("\(name) cannot be written: the disk is full"))
            } else {
                #expect(folder.read(name) != "old")
            }
        }
        #expect(failures >= 9)
    }

    @Test func `a failed load leaves the data as they were`() throws {
        let folder = TemporaryFolder()
        folder.write("a.csv", (1...20).map { "\($0),\($0 % 3),c\($0 % 2)\n" }.joined())
        let session = session()
        var failures = 0
        for call in 1... {
            let before = session.state.digest.text
            let outcome = FaultInjection.fail(at: call, with: .inputOutput) {
                CommandTests.run("load csv \"\(folder.path)/a.csv\"", in: session).error
            }
            guard outcome.hasFailed else { break }
            if outcome.result.get() != nil {
                failures += 1
                #expect(session.state.digest.text == before)
            }
        }
        #expect(failures == 3)
    }

    @Test func `a journal that misses a cell brings its changes along with the next`() throws {
        for call in 1... {
            let folder = TemporaryFolder()
            var session: Session? = Session()
            session?.recovery.journal = Journal(folder: folder.path)
            _ = CommandTests.run("x = 1", in: try #require(session))
            let outcome = FaultInjection.fail(at: call, with: .diskFull) { [session] in
                session.map { CommandTests.run("y = x + 1", in: $0).error }
            }
            _ = CommandTests.run("z = y + 1", in: try #require(session))
            let before = try #require(session?.state.variables)
            session?.recovery.journal = nil
            session = nil
            let next = Session()
            next.recovery.lost = JournalTests.lost(in: folder)
            _ = CommandTests.run("recover", in: next)
            #expect(next.state.variables == before, "call \(call)")
            guard outcome.hasFailed else { return }
        }
    }
}
