import Files
import Platform
import TestSupport
import Testing

/// Files of the program's own state, and what killed writers leave.
@Suite struct StateFileTests {
    @Test func `a pipe in the place of a state file is refused and holds nobody up`() {
        let folder = TemporaryFolder()
        Shell.run("mkfifo '\(folder.path)/log'")
        let purposes: [FileDescriptor.Purpose] = [
            .readingWithoutWaiting, .updating(permissions: 0o600), .appending(permissions: 0o600),
        ]
        for purpose in purposes {
            #expect(throws: SystemError.isNoFile) {
                _ = try StateFile.open(folder.path + "/log", for: purpose)
            }
        }
        #expect(LineLog(folder.path + "/log") == nil)
    }

    @Test func `state that others could read or write is for its owner alone afterwards`() throws {
        let folder = TemporaryFolder()
        folder.write("log", "line\n")
        folder.makeFolder("state")
        Shell.run("chmod 666 '\(folder.path)/log'; chmod 777 '\(folder.path)/state'")
        _ = try StateFile.open(folder.path + "/log", for: .readingWithoutWaiting)
        try StateFile.makeFolder(folder.path + "/state")
        #expect(folder.mode("log") == 0o600 && folder.mode("state") == 0o700)
    }

    @Test(.enabled(if: Shell.isRoot))
    func `state of another user is refused`() {
        let folder = TemporaryFolder()
        folder.write("log", "line\n")
        folder.makeFolder("state")
        Shell.run("chown 12345 '\(folder.path)/log' '\(folder.path)/state'")
        #expect(throws: SystemError.isNotOwn) {
            _ = try StateFile.open(folder.path + "/log", for: .readingWithoutWaiting)
        }
        #expect(throws: SystemError.isNotOwn) {
            try StateFile.makeFolder(folder.path + "/state")
        }
    }

    @Test func `a writer clears away what killed writers left, and nothing else`() throws {
        let folder = TemporaryFolder()
        // The first process runs as long as the system does.
        let running = 1
        // Linux gives no process the largest number.
        let gone = Int(Int32.max)
        for name in [
            ".lc-\(gone)-1.part", ".lc-\(gone)-2.part", ".lc-\(running)-3.part",
            ".lc-\(running)-4.part", ".lc-x.part", "notes.part",
        ] { folder.write(name, "half") }
        // All but the second and the third are old.
        for name in [
            ".lc-\(gone)-1.part", ".lc-\(running)-4.part", ".lc-x.part", "notes.part",
        ] { Shell.run("touch -t 202001010000 '\(folder.path)/\(name)'") }
        try AtomicFile.write([1], to: folder.path + "/a")
        #expect(
            try Folder.names(folder.path).sorted()
                == [
                    ".", "..", ".lc-\(gone)-2.part", ".lc-\(running)-3.part", ".lc-x.part", "a",
                    "notes.part",
                ].sorted())
    }
}
