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

    @Test(arguments: [
        "load csv FOLDER/a.csv", "load csv FOLDER/b.csv.gz", "load blobs", "load digits", "sgd",
        "solve", "tune lr=[0.1]", "search random 5", "gradcheck 3", "eval", "confusion",
        "plot landscape n=5", "init", "save weights FOLDER/a.npz", "open weights FOLDER/b.npz",
    ])
    func `a command whose request for memory fails says one sentence and changes nothing`(
        command: String
    ) {
        let folder = TemporaryFolder()
        let table = (1...20).map { "\($0),\($0 % 3),c\($0 % 2)\n" }.joined()
        folder.write("a.csv", table)
        folder.write("b.csv", table)
        Shell.run("gzip '\(folder.path)/b.csv'")
        let session = session()
        _ = CommandTests.run("save weights \"\(folder.path)/b.npz\"", in: session)
        folder.write("a.npz", "old")
        let text = command.split(separator: " ").map {
            $0.hasPrefix("FOLDER") ? "\"\(folder.path)\($0.dropFirst(6))\"" : String($0)
        }.joined(separator: " ")
        var failures = 0
        for request in 1... {
            let before = session.state.digest.text
            let outcome = FaultInjection.failMemory(at: request) {
                CommandTests.run(text, in: session).error
            }
            guard outcome.hasFailed else { break }
            failures += 1
            let error = outcome.result.get() ?? "nothing"
            #expect(
                error.contains(" would take ") && error.contains(" of memory, and 0 KB are left"))
            #expect(!error.contains("\n"))
            #expect(session.state.digest.text == before && folder.read("a.npz") == "old")
        }
        #expect(failures >= 1)
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
