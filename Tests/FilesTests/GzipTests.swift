import Files
import TestSupport
import Testing

@Suite struct GzipTests {
    private func packed(_ text: String) throws -> [UInt8] {
        let folder = TemporaryFolder()
        folder.write("a", text)
        #expect(Shell.run("gzip '\(folder.path)/a'") == 0)
        let storage = try ByteStorage(mapping: folder.path + "/a.gz")
        return storage.bytes(in: 0..<storage.count)
    }

    private func message(_ bytes: [UInt8], limit: Int) -> String {
        do throws(FileError) {
            _ = try Gzip.inflate(ByteStorage(bytes: bytes), path: "a.gz", limit: limit)
            return "nothing was thrown"
        } catch {
            return error.message
        }
    }

    @Test func `unpacks what gzip packs, up to a limit`() throws {
        let text = (0..<100_000).map { "\($0 * $0)" }.joined()
        let bytes = try packed(text)
        let unpacked = try Gzip.inflate(
            ByteStorage(bytes: bytes), path: "a.gz", limit: text.utf8.count)
        #expect(unpacked == Array(text.utf8))
        #expect(
            message(bytes, limit: text.utf8.count - 1)
                == "a.gz unpacks to more than \(text.utf8.count - 1) bytes")
    }

    @Test func `tells what is cut short from what is damaged`() throws {
        let bytes = try packed("some words that are packed")
        #expect(message(Array(bytes.dropLast(3)), limit: 1000).contains("is cut short at byte"))
        var damaged = bytes
        damaged[bytes.count - 8] ^= 1
        #expect(message(damaged, limit: 1000).contains("is damaged at byte"))
        #expect(Gzip.isGzip(ByteStorage(bytes: bytes)))
        #expect(!Gzip.isGzip(ByteStorage(bytes: [0x1F])))
    }
}
