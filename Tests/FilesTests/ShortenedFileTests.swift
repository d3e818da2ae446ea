import Files
import Platform
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

    @Test(arguments: ["a.tar", "a.tar.gz"], [0, 0.3, 0.9])
    func `an archive that is shortened while it is unpacked leaves nothing that looks whole`(
        name: String, share: Double
    ) throws {
        let folder = TemporaryFolder()
        folder.makeFolder("data")
        folder.write(
            "data/one",
            bytes: (0..<20_000).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 13) })
        Shell.run(
            "cd '\(folder.path)' && tar cf a.tar data && gzip -1 -k a.tar && cp \(name) whole")
        let path = "\(folder.path)/\(name)"
        let left = Int(clamping: share * Double(try FileStatus(of: path).size))
        try CacheFolder.$testPath.withValue("\(folder.path)/cache") {
            let error = FaultInjection.changing { [folder] mapped in
                if mapped == path { folder.resize(name, to: left) }
            } _: { () -> FileError? in
                do throws(FileError) {
                    _ = try UnpackedArchive.folder(of: path, names: ["one"])
                    return nil
                } catch {
                    return error
                }
            }
            #expect(error?.message == "\(path) was shortened by another program while it was read")
            Shell.run("cp '\(folder.path)/whole' '\(path)'")
            let unpacked = try UnpackedArchive.folder(of: path, names: ["one"])
            #expect(Shell.run("cmp '\(unpacked)/one' '\(folder.path)/data/one'") == 0)
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
