import Files
import Platform
import TestSupport
import Testing

/// Every call on a file fails once: nothing is lost, and what is said is one sentence.
@Suite struct FaultTests {
    private static let faults: [SystemError] = [.diskFull, .inputOutput]

    /// Makes the first call of `body` fail, then the second, and so on, up to its last; `judge` says
    /// what must hold after each fault.
    ///
    /// - Returns: how many calls there are.
    private func forEachFault<Value, Failure: Error>(
        _ error: SystemError, _ body: () throws(Failure) -> Value,
        _ judge: (Result<Value, Failure>) -> Void
    ) -> Int {
        for call in 1... {
            let outcome = FaultInjection.fail(at: call, with: error, body)
            guard outcome.hasFailed else { return call - 1 }
            judge(outcome.result)
        }
        return 0
    }

    private func expectSentence(_ error: FileError, about path: String) {
        #expect(error.message.hasPrefix("\(path) cannot be "))
        #expect(!error.message.contains("\n") && !error.message.contains(". "))
    }

    @Test(arguments: faults)
    func `a file is replaced whole or stays whole, whichever call fails`(fault: SystemError) {
        let folder = TemporaryFolder()
        let path = folder.path + "/a"
        folder.write("a", "old")
        var failures = 0
        let calls = forEachFault(fault) { () throws(FileError) in
            try AtomicFile.write(Array("new".utf8), to: path)
        } _: { result in
            switch result {
            case .success: #expect(folder.read("a") == "new")
            case .failure(let error):
                failures += 1
                #expect(folder.read("a") == "old")
                expectSentence(error, about: path)
            }
            #expect(FolderEntries.names(in: folder.path).sorted() == [".", "..", "a"])
            folder.write("a", "old")
        }
        // Finding the file, its status, leave to write, opening, writing, permissions, the disk,
        // closing and renaming; after that only the folder is put on the disk.
        #expect(failures == 9)
        #expect(calls > failures)
        #expect(folder.read("a") == "new")
    }

    @Test(arguments: faults)
    func `a new file appears whole or not at all, whichever call fails`(fault: SystemError) {
        let folder = TemporaryFolder()
        let calls = forEachFault(fault) { () throws(FileError) in
            try AtomicFile.write(Array("new".utf8), to: folder.path + "/a")
        } _: { result in
            let names = FolderEntries.names(in: folder.path).sorted()
            switch result {
            case .success:
                #expect(names == [".", "..", "a"] && folder.read("a") == "new")
                Shell.run("rm '\(folder.path)/a'")
            case .failure(let error):
                #expect(names == [".", ".."])
                expectSentence(error, about: folder.path + "/a")
            }
        }
        #expect(calls > 5)
    }

    @Test(arguments: faults)
    func `a log keeps its lines, and takes more after a failed one`(fault: SystemError) throws {
        let folder = TemporaryFolder()
        let log = try #require(LineLog(folder.path + "/log"))
        #expect(log.append("first"))
        var lines = ["first"]
        let calls = forEachFault(fault) {
            log.append("lost")
        } _: { result in
            let isWritten = result.get()
            let now = log.lines
            // A line that the system would not promise to keep may be there all the same.
            #expect(now == lines + ["lost"] || (!isWritten && now == lines))
            lines = now
            #expect(log.append("next"))
            lines.append("next")
            #expect(log.lines == lines)
        }
        #expect(calls == 3)
    }

    @Test(arguments: faults)
    func `a log that cannot be opened is none`(fault: SystemError) {
        let folder = TemporaryFolder()
        // A file for each attempt: a process that another test is starting may still hold the lock of
        // the one before.
        for attempt in 0..<50 { folder.write("log\(attempt)", "line\n") }
        var attempts = 0
        let calls = forEachFault(fault) {
            attempts += 1
            return LineLog(folder.path + "/log\(attempts - 1)")?.lines ?? ["line"]
        } _: { result in
            let lines = result.get()
            #expect(lines == ["line"] || lines == [])
            #expect(folder.read("log\(attempts - 1)") == "line\n")
        }
        #expect(calls > 5)
    }

    @Test(arguments: faults)
    func `a text is read whole or refused in a sentence`(fault: SystemError) {
        let folder = TemporaryFolder()
        let path = folder.path + "/a.lc"
        folder.write("a.lc", "load iris\n")
        var failures = 0
        _ = forEachFault(fault) { () throws(FileError) in
            try TextFile.read(path, as: "a script")
        } _: { result in
            switch result {
            case .success(let text): #expect(text == "load iris\n")
            case .failure(let error):
                failures += 1
                expectSentence(error, about: path)
            }
        }
        // Opening, status and mapping; a file that was only read may fail to close.
        #expect(failures == 3)
    }

    @Test(arguments: faults)
    func `a disk that takes a byte at a time, and then none, leaves the old file`(
        fault: SystemError
    ) throws {
        let folder = TemporaryFolder()
        folder.write("a", "old")
        var failures = 0
        for call in 1... {
            let outcome = FaultInjection.fail(at: call, with: fault, writingAtMost: 1) {
                () throws(FileError) in
                try AtomicFile.write(Array("new".utf8), to: folder.path + "/a")
            }
            guard outcome.hasFailed else { break }
            if case .failure(let error) = outcome.result {
                failures += 1
                #expect(folder.read("a") == "old")
                expectSentence(error, about: folder.path + "/a")
            }
            #expect(try Folder.names(folder.path).sorted() == [".", "..", "a"])
            folder.write("a", "old")
        }
        // Three calls write a byte each where one wrote all.
        #expect(failures == 11)
    }

    @Test(arguments: faults, 2...4)
    func `failures in a row lose no more than one`(fault: SystemError, count: Int) throws {
        for call in 1... {
            let folder = TemporaryFolder()
            folder.write("a", "old")
            let outcome = FaultInjection.fail(at: call, count: count, with: fault) {
                (try? AtomicFile.write(Array("new".utf8), to: folder.path + "/a")) != nil
            }
            guard outcome.hasFailed else { break }
            let text = folder.read("a")
            #expect(text == "new" || text == "old" && !outcome.result.get())
        }
        let folder = TemporaryFolder()
        let log = try #require(LineLog(folder.path + "/log"))
        #expect(log.append("first"))
        for call in 1... {
            let before = log.lines
            let outcome = FaultInjection.fail(at: call, count: count, with: fault) {
                log.append("lost")
            }
            guard outcome.hasFailed else { break }
            #expect(log.lines.starts(with: before))
            #expect(log.append("next") && log.lines.last == "next")
        }
    }

    @Test(arguments: faults)
    func `half a line that could not be taken back does not spoil the next`(fault: SystemError)
        throws
    {
        let folder = TemporaryFolder()
        let log = try #require(LineLog(folder.path + "/log"))
        #expect(log.append("first"))
        // The end is found, two bytes are written, and everything after that fails.
        let outcome = FaultInjection.fail(at: 4, count: 100, with: fault, writingAtMost: 1) {
            log.append("lost")
        }
        #expect(outcome.hasFailed && !outcome.result.get())
        #expect(folder.read("log") == "first\nlo")
        #expect(log.lines == ["first"])
        #expect(log.append("next"))
        #expect(log.lines == ["first", "next"])
    }

    @Test func `faults stay with the closure that asks for them`() throws {
        let folder = TemporaryFolder()
        let outcome = FaultInjection.fail(at: 1, with: .diskFull) {}
        #expect(!outcome.hasFailed)
        try AtomicFile.write([1], to: folder.path + "/a")
    }
}
