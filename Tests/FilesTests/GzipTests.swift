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

    @Test func `packed parts that were joined are unpacked one after the other`() throws {
        let bytes = try packed("1,2,a\n") + packed("3,4,b\n")
        let unpacked = try Gzip.inflate(ByteStorage(bytes: bytes), path: "a.gz", limit: 100)
        #expect(String(decoding: unpacked, as: UTF8.self) == "1,2,a\n3,4,b\n")
        let header = Gzip.Header(count: 1) { _ throws(FileError) in 12 }
        let headed = try Gzip.inflate(
            ByteStorage(bytes: bytes), path: "a.gz", limit: 100, header: header)
        #expect(headed == unpacked)
    }

    @Test func `what unpacks to far more than it has is refused with the numbers`() throws {
        let folder = TemporaryFolder()
        Shell.run("head -c 100000000 /dev/zero | gzip > '\(folder.path)/a.gz'")
        let storage = try ByteStorage(mapping: folder.path + "/a.gz")
        var bytes = storage.bytes(in: 0..<storage.count)
        let sentence =
            "a.gz unpacks from 97 KB to more than 67 MB, and no table is packed that small"
        #expect(message(bytes, limit: 1 << 32) == sentence)
        // The same where its last four bytes promise another size.
        bytes.replaceSubrange(bytes.count - 4..<bytes.count, with: [9, 0, 0, 0])
        #expect(message(bytes, limit: 1 << 32) == sentence)
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
