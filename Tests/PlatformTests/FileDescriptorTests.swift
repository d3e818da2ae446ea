import Platform
import TestSupport
import Testing

@Suite struct FileDescriptorTests {
    private let folder = TemporaryFolder()
    private var path: String { folder.path + "/a" }

    @Test func `a file that is there already is not created`() throws {
        folder.write("a", "old")
        #expect(throws: SystemError(code: 17)) {
            _ = try FileDescriptor(path, for: .creating(permissions: 0o644))
        }
        #expect(folder.read("a") == "old")
    }

    @Test func `what is appended stands at the end, and reads back from any place`() throws {
        folder.write("a", "one")
        let file = try FileDescriptor(path, for: .appending(permissions: 0o600))
        try file.write(Array(" two".utf8))
        #expect(try file.seekToEnd() == 7)
        #expect(try file.bytes(at: 4, count: 100) == Array("two".utf8))
        try file.truncate(to: 3)
        #expect(folder.read("a") == "one")
    }

    @Test func `one of two locks is refused until the other is given back`() throws {
        let first = try FileDescriptor(path, for: .updating(permissions: 0o600))
        try first.lock(waits: false)
        let second = try FileDescriptor(path, for: .updating(permissions: 0o600))
        #expect(throws: SystemError.self) { try second.lock(waits: false) }
        try first.close()
        // A process that another test is starting shares the lock for a moment.
        try second.lock(waits: true)
    }

    @Test func `status tells files from folders and one file from another`() throws {
        folder.write("a", "text")
        folder.write("b", "text")
        let status = try FileStatus(of: path)
        #expect(status.kind == .file && status.size == 4)
        #expect(try FileStatus(of: folder.path).kind == .folder)
        #expect(try FileStatus(of: "/dev/null").kind == .other)
        #expect(try FileStatus(of: folder.path + "/b").identity != status.identity)
        #expect(try FileStatus(of: folder.path + "/./a").identity == status.identity)
    }

    @Test func `mapping takes files alone`() throws {
        folder.write("empty", "")
        #expect(try MemoryMapping(folder.path + "/empty").count == 0)
        #expect(throws: SystemError.isFolder) { _ = try MemoryMapping(folder.path) }
        #expect(throws: SystemError.isNoFile) { _ = try MemoryMapping("/dev/null") }
    }
}
