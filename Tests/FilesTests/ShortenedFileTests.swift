import Files
import TestSupport
import Testing

/// A mapped file that another program shortens.
@Suite struct ShortenedFileTests {
    @Test func `missing pages read as zeros, and the reader is told`() throws {
        let folder = TemporaryFolder()
        folder.write("a", bytes: [UInt8](repeating: 7, count: 100_000))
        folder.write("b", bytes: [UInt8](repeating: 7, count: 100_000))
        let storage = try ByteStorage(mapping: folder.path + "/a")
        let other = try ByteStorage(mapping: folder.path + "/b")
        #expect(try storage.reading { storage[99_999] } == 7)
        folder.resize("a", to: 10)
        #expect(storage[0] == 7 && storage[99_999] == 0 && storage[50_000] == 0)
        #expect(storage.isChanged && !other.isChanged && other[99_999] == 7)
        #expect {
            try storage.reading { () throws(FileError) in throw FileError("nonsense") }
        } throws: { error in
            (error as? FileError)?.message
                == "\(folder.path)/a was shortened by another program while it was read"
        }
    }

    @Test func `a place in the table of mapped files is used again`() throws {
        let folder = TemporaryFolder()
        folder.write("a", bytes: [UInt8](repeating: 7, count: 20_000))
        for _ in 0..<3000 { _ = try ByteStorage(mapping: folder.path + "/a") }
        let storage = try ByteStorage(mapping: folder.path + "/a")
        folder.resize("a", to: 10)
        #expect(storage[19_999] == 0 && storage.isChanged)
    }
}
