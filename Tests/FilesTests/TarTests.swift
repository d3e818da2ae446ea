import Files
import TestSupport
import Testing

@Suite struct TarTests {
    /// One member as the program `tar` writes it.
    private func member(
        _ name: String, _ content: [UInt8], type: String = "0", sign: String = "0"
    ) -> [UInt8] {
        func field(_ text: String, _ width: Int) -> [UInt8] {
            Array(text.utf8) + [UInt8](repeating: 0, count: width - text.utf8.count)
        }
        func octal(_ number: Int, _ digits: Int) -> String {
            let text = String(number, radix: 8)
            return String(repeating: "0", count: digits - text.count) + text
        }
        var header = field(name, 100) + field("0000644", 8) + field("0000000", 8)
        header += field("0000000", 8) + field(sign + octal(content.count, 10), 12)
        header += field(octal(0, 11), 12) + Array("        ".utf8) + Array(type.utf8)
        header += field("", 100) + field("ustar", 6) + Array("00".utf8) + field("", 247)
        let sum = header.reduce(0) { $0 + Int($1) }
        header.replaceSubrange(148..<156, with: Array(octal(sum, 6).utf8) + [0, 0x20])
        let padding = [UInt8](repeating: 0, count: (512 - content.count % 512) % 512)
        return header + content + padding
    }

    private let end = [UInt8](repeating: 0, count: 1024)

    @Test func `names, long names and contents`() throws {
        let long = String(repeating: "d/", count: 80) + "name"
        let bytes =
            member("a/", [], type: "5") + member("a/b", Array("one".utf8))
            + member("././@LongLink", Array(long.utf8) + [0], type: "L")
            + member("cut", [7, 8]) + member("pax", Array("15 path=x/y.z\n".utf8), type: "x")
            + member("other", []) + end
        let storage = ByteStorage(bytes: bytes)
        let members = try TarReader.members(of: storage, path: "a.tar")
        #expect(members.map(\.name) == ["a/b", long, "x/y.z"])
        #expect(storage.bytes(in: members[0].places) == Array("one".utf8))
        #expect(storage.bytes(in: members[1].places) == [7, 8])
    }

    @Test func `damage is told with its byte, and never followed`() {
        let good = member("a", [1, 2, 3])
        var changed = good
        changed[3] = 9
        let negative = member("a", [1, 2, 3], sign: "-")
        for bytes in [changed, negative, good.dropLast(513) + [], Array(good.prefix(511)) + [1]] {
            let storage = ByteStorage(bytes: Array(bytes))
            #expect(throws: FileError.self) {
                try TarReader.members(of: storage, path: "a.tar")
            }
        }
        let second = ByteStorage(bytes: good + changed)
        #expect(
            throws: FileError(
                "a.tar is damaged at byte 1024 of its unpacked data", hint: "download it again")
        ) { try TarReader.members(of: second, path: "a.tar") }
    }
}
