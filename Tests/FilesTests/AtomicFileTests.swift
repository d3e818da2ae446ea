import Files
import Platform
import TestSupport
import Testing

@Suite struct AtomicFileTests {
    private func message(_ path: String) -> String {
        do throws(FileError) {
            try AtomicFile.write([1], to: path)
            return "written"
        } catch {
            return error.message
        }
    }

    @Test func `follows a link and keeps the permissions of the file`() throws {
        let folder = TemporaryFolder()
        folder.write("a", "old")
        try FileSystem.setPermissions(0o600, of: "\(folder.path)/a")
        Shell.run("ln -s a '\(folder.path)/link'")
        try AtomicFile.write(Array("new".utf8), to: "\(folder.path)/link")
        #expect(folder.read("a") == "new" && folder.mode("a") == 0o600)
        #expect(Shell.run("test -L '\(folder.path)/link'") == 0)
    }

    @Test func `says in words why a file cannot be written`() {
        let folder = TemporaryFolder()
        #expect(message("\(folder.path)/no/a").hasSuffix("there is no folder \(folder.path)/no"))
        #if os(Linux)
            #expect(message("/proc/x.lc") == "/proc/x.lc cannot be written: /proc takes no files")
        #endif
        #expect(message(folder.path).hasSuffix("is a folder"))
        #expect(message("/dev/null").hasSuffix("is not a file"))
        #if os(Linux)
            // Not even root makes files there.
            #expect(message("/sys/lc-test").hasSuffix("it is not allowed here"))
        #endif
        folder.write("file", "")
        #expect(message("\(folder.path)/file/a").hasSuffix("Not a directory"))
        #expect(message(folder.path + "/" + String(repeating: "x", count: 250)) == "written")
    }

    @Test func `a name with a character 0 is not the name of another file`() {
        let folder = TemporaryFolder()
        folder.write("a", "old")
        let path = "\(folder.path)/a\0b"
        #expect(
            message(path) == "\(path) cannot be written: no file's name has a character 0")
        #expect(folder.read("a") == "old")
        #expect(!FileSystem.exists(path))
        #expect(throws: FileError.self) { try TextFile.read(path, as: "a script") }
    }

    @Test func `leaves nothing beside the file`() throws {
        let folder = TemporaryFolder()
        for _ in 0..<3 { try AtomicFile.write([1, 2], to: "\(folder.path)/a") }
        #expect(FolderEntries.names(in: folder.path).sorted() == [".", "..", "a"])
    }

    @Test(.enabled(if: !Shell.isRoot, "root may write everywhere"))
    func `a file that may not be written is not replaced`() throws {
        let folder = TemporaryFolder()
        folder.write("a", "old")
        try FileSystem.setPermissions(0o400, of: "\(folder.path)/a")
        #expect(message("\(folder.path)/a").hasSuffix("it is not allowed here"))
        #expect(folder.read("a") == "old")
    }
}
