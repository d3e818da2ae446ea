import Files
import Platform
import TestSupport
import Testing

@Suite struct NumPyArchiveTests {
    @Test func `arrays come back as they were`() throws {
        let folder = TemporaryFolder()
        let path = folder.path + "/w.npz"
        try NumPyArchive.write(
            [
                ("W", .numbers(shape: [2, 3], [1, 2, 3, 4, 5, -6.5])),
                ("b", .numbers(shape: [2], [0.25, .infinity])), ("e", .numbers(shape: [0], [])),
            ],
            to: path)
        let arrays = try NumPyArchive.read(["W", "b", "e"], from: path)
        #expect(arrays.count == 3 && arrays["e"]?.values == [])
        #expect(arrays["W"]?.shape == [2, 3] && arrays["W"]?.values == [1, 2, 3, 4, 5, -6.5])
        #expect(arrays["b"]?.shape == [2] && arrays["b"]?.values == [0.25, .infinity])
    }

    @Test func `an archive that is cut short or changed is refused`() throws {
        let folder = TemporaryFolder()
        let path = folder.path + "/w.npz"
        try NumPyArchive.write([("W", .numbers(shape: [2, 3], [1, 2, 3, 4, 5, -6.5]))], to: path)
        let storage = try ByteStorage(mapping: path)
        let whole = (0..<storage.count).map { storage[$0] }
        for length in stride(from: 0, to: whole.count, by: 7) {
            folder.write("cut.npz", bytes: Array(whole.prefix(length)))
            #expect(throws: FileError.self) {
                try NumPyArchive.read(["W"], from: folder.path + "/cut.npz")
            }
        }
        // The last of the numbers: only the checksum tells.
        var changed = whole
        let place = try #require(
            whole.indices.first { whole[$0...].starts(with: [0x50, 0x4B, 1, 2]) })
        changed[place - 1] ^= 1
        folder.write("changed.npz", bytes: changed)
        #expect(throws: FileError.self) {
            try NumPyArchive.read(["W"], from: folder.path + "/changed.npz")
        }
    }

    /// An archive of one packed member, whose deflate stream and checksum are gzip's.
    private func packed(_ member: [UInt8], in folder: TemporaryFolder) throws -> String {
        folder.write("W.npy", bytes: member)
        Shell.run("gzip -n < '\(folder.path)/W.npy' > '\(folder.path)/W.gz'")
        let gzip = try ByteStorage(mapping: folder.path + "/W.gz")
        let stream = gzip.bytes(in: 10..<gzip.count - 8)
        func bytes(_ number: Int, _ count: Int) -> [UInt8] {
            (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
        }
        let sums =
            gzip.bytes(in: gzip.count - 8..<gzip.count - 4) + bytes(stream.count, 4)
            + bytes(member.count, 4)
        let description =
            bytes(20, 2) + bytes(0, 2) + bytes(8, 2) + bytes(0, 4) + sums
            + bytes(5, 2) + bytes(0, 2)
        let name = Array("W.npy".utf8)
        let front = [0x50, 0x4B, 3, 4] + description + name + stream
        let directory = [0x50, 0x4B, 1, 2] + bytes(20, 2) + description + bytes(0, 14) + name
        let end =
            [0x50, 0x4B, 5, 6] + bytes(0, 4) + bytes(1, 2) + bytes(1, 2)
            + bytes(directory.count, 4) + bytes(front.count, 4) + bytes(0, 2)
        folder.write("w.npz", bytes: front + directory + end)
        return folder.path + "/w.npz"
    }

    @Test func `a member is unpacked to the size of its header and no further`() throws {
        let folder = TemporaryFolder()
        let header = "{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), }\n"
        let start =
            [0x93] + Array("NUMPY".utf8) + [1, 0, UInt8(header.utf8.count), 0] + header.utf8
        let path = try packed(start + [UInt8](repeating: 0, count: 50_000_000), in: folder)
        let message = MemoryBudget.$testLimits.withValue(
            MemoryLimits([.init("on this machine", left: 1_000_000)])
        ) {
            do throws(FileError) {
                return "\(try NumPyArchive.read(["W"], from: path))"
            } catch {
                return error.message
            }
        }
        #expect(message.contains("unpacks to more than \(start.count + 24) bytes"))
        #expect(try NumPyArchive.read(["b"], from: path).isEmpty)
    }

    @Test func `an array of more numbers than wanted is refused by its header`() throws {
        let folder = TemporaryFolder()
        let path = folder.path + "/w.npz"
        try NumPyArchive.write([("W", .numbers(shape: [2, 3], [1, 2, 3, 4, 5, -6.5]))], to: path)
        #expect(throws: FileError.self) { try NumPyArchive.read(["W"], from: path, limit: 5) }
    }

    @Test func `another file is said to be no archive`() {
        let folder = TemporaryFolder()
        folder.write("a.npz", "words, and enough of them to be as long as an archive")
        #expect {
            try NumPyArchive.read(["W"], from: folder.path + "/a.npz")
        } throws: { error in
            (error as? FileError)?.message == "\(folder.path)/a.npz is not an .npz file"
        }
    }
}
