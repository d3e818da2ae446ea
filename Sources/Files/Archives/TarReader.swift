import Platform

/// The regular files of a tar archive (POSIX ustar, with the long names of GNU and pax).
package enum TarReader {
    package struct Member: Sendable {
        /// With the folders before it, as the archive has it.
        package let name: String
        /// Where its contents lie.
        package let places: Range<Int>
    }

    private static let block = 512
    private static let mostMembers = 1_000_000

    /// - Throws: when the bytes are no tar archive, or end too early.
    package static func members(of bytes: ByteStorage, path: String) throws(FileError) -> [Member] {
        var members: [Member] = []
        var place = 0
        var longName: String?
        while place < bytes.count {
            try Interruptible.check()
            let header = bytes.bytes(in: place..<min(place + block, bytes.count))
            // Two empty blocks end an archive.
            if header.allSatisfy({ $0 == 0 }) { break }
            guard header.count == block, isHeader(header), let size = number(header[124..<136]),
                size <= bytes.count - place - block, members.count < mostMembers
            else {
                throw FileError(
                    place == 0
                        ? "\(path) is not a tar archive"
                        : "\(path) is damaged at byte \(place) of its unpacked data",
                    hint: "download it again")
            }
            let contents = place + block..<place + block + size
            switch header[156] {
            case UInt8(ascii: "L"): longName = text(bytes.bytes(in: contents)[...])
            case UInt8(ascii: "x"):
                longName = paxName(bytes.bytes(in: contents)) ?? longName
            case UInt8(ascii: "0"), 0:
                members.append(Member(name: longName ?? name(header), places: contents))
                longName = nil
            default: longName = nil
            }
            place = contents.upperBound + (block - size % block) % block
        }
        return members
    }

    /// The files and folders whose headers lie in the first bytes of an archive; none where it is none.
    package static func members(inBeginning bytes: [UInt8]) -> [(name: String, isFile: Bool)] {
        var members: [(name: String, isFile: Bool)] = []
        var place = 0
        while place + block <= bytes.count {
            let header = Array(bytes[place..<place + block])
            guard isHeader(header), let size = number(header[124..<136]),
                size <= 1 << 48
            else { break }
            let type = header[156]
            let isFile = type == UInt8(ascii: "0") || type == 0
            if isFile || type == UInt8(ascii: "5") {
                members.append((name(header), isFile))
            }
            place += block + (size + block - 1) / block * block
        }
        return members
    }

    /// The sum of a header's bytes is in the header, counted with spaces in its own place.
    private static func isHeader(_ header: [UInt8]) -> Bool {
        var sum = 0
        for (index, byte) in header.enumerated() {
            sum += (148..<156).contains(index) ? 0x20 : Int(byte)
        }
        return number(header[148..<156]) == sum
    }

    /// An octal number, or a large one in GNU's way: a bit, and then binary.
    private static func number(_ field: ArraySlice<UInt8>) -> Int? {
        if let first = field.first, first & 0x80 != 0 {
            return field.dropFirst().reduce(Int(first & 0x3F)) { number, byte in
                number > 1 << 48 ? number : number << 8 | Int(byte)
            }
        }
        let digits = text(field).filter { $0 != " " }
        guard digits.allSatisfy({ ("0"..."7").contains($0) }) else { return nil }
        return digits.isEmpty ? 0 : Int(digits, radix: 8)
    }

    private static func name(_ header: [UInt8]) -> String {
        let name = text(header[0..<100])
        let prefix = text(header[345..<500])
        let isUstar = text(header[257..<262]) == "ustar"
        return isUstar && !prefix.isEmpty ? "\(prefix)/\(name)" : name
    }

    /// The name among the records of a pax header: `LENGTH path=NAME` and a newline.
    private static func paxName(_ bytes: [UInt8]) -> String? {
        let records = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
        for record in records {
            guard let space = record.firstIndex(of: " ") else { continue }
            let field = record[record.index(after: space)...]
            if field.hasPrefix("path=") { return String(field.dropFirst(5)) }
        }
        return nil
    }

    private static func text(_ bytes: ArraySlice<UInt8>) -> String {
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
}
