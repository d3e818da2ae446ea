import Files
import TestSupport
import Testing

@Suite struct NumPyArchiveTests {
    @Test func `arrays come back as they were`() throws {
        let folder = TemporaryFolder()
        let path = folder.path + "/w.npz"
        try NumPyArchive.write(
            [
                ("W", [2, 3], [1, 2, 3, 4, 5, -6.5]), ("b", [2], [0.25, .infinity]), ("e", [0], []),
            ],
            to: path)
        let arrays = try NumPyArchive.read(path)
        #expect(arrays.count == 3 && arrays["e"]?.values == [])
        #expect(arrays["W"]?.shape == [2, 3] && arrays["W"]?.values == [1, 2, 3, 4, 5, -6.5])
        #expect(arrays["b"]?.shape == [2] && arrays["b"]?.values == [0.25, .infinity])
    }

    @Test func `an archive that is cut short or changed is refused`() throws {
        let folder = TemporaryFolder()
        let path = folder.path + "/w.npz"
        try NumPyArchive.write([("W", [2, 3], [1, 2, 3, 4, 5, -6.5])], to: path)
        let storage = try ByteStorage(mapping: path)
        let whole = (0..<storage.count).map { storage[$0] }
        for length in stride(from: 0, to: whole.count, by: 7) {
            folder.write("cut.npz", bytes: Array(whole.prefix(length)))
            #expect(throws: FileError.self) { try NumPyArchive.read(folder.path + "/cut.npz") }
        }
        // The last of the numbers: only the checksum tells.
        var changed = whole
        let place = try #require(
            whole.indices.first { whole[$0...].starts(with: [0x50, 0x4B, 1, 2]) })
        changed[place - 1] ^= 1
        folder.write("changed.npz", bytes: changed)
        #expect(throws: FileError.self) { try NumPyArchive.read(folder.path + "/changed.npz") }
    }

    @Test func `another file is said to be no archive`() {
        let folder = TemporaryFolder()
        folder.write("a.npz", "words, and enough of them to be as long as an archive")
        #expect {
            try NumPyArchive.read(folder.path + "/a.npz")
        } throws: { error in
            (error as? FileError)?.message == "\(folder.path)/a.npz is not an .npz file"
        }
    }
}
