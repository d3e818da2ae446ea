/// Makes a zip archive whose members are stored without compression.
struct ZipWriter {
    private var members: [UInt8] = []
    private var directory: [UInt8] = []
    private var count: UInt32 = 0

    static let memberSignature: UInt32 = 0x0403_4B50
    static let directorySignature: UInt32 = 0x0201_4B50
    static let endSignature: UInt32 = 0x0605_4B50
    /// Zip holds offsets in 32 bits; a margin is kept for the directory.
    private static let sizeLimit = 1 << 32 - 1 << 16

    /// - Returns: false, and nothing is added, when the archive would be larger than zip allows.
    mutating func add(_ name: String, _ content: [UInt8]) throws(FileError) -> Bool {
        let offset = members.count
        guard offset + content.count < Self.sizeLimit else { return false }
        let description = try Self.description(name, content)
        members += LittleEndian.bytes(Self.memberSignature, 4) + description + name.utf8 + content
        // Made by version 2.0; after the description: no comment, disk 0, no attributes.
        directory +=
            LittleEndian.bytes(Self.directorySignature, 4) + LittleEndian.bytes(20, 2)
            + description + [UInt8](repeating: 0, count: 10)
            + LittleEndian.bytes(UInt32(offset), 4) + name.utf8
        count += 1
        return true
    }

    /// What the member's header and its entry in the directory have in common.
    private static func description(_ name: String, _ content: [UInt8]) throws(FileError)
        -> [UInt8]
    {
        let size = LittleEndian.bytes(UInt32(content.count), 4)
        // Needs version 2.0; no flags, stored, midnight of 1 January 1980.
        return LittleEndian.bytes(20, 2) + LittleEndian.bytes(0, 6) + LittleEndian.bytes(0x21, 2)
            + LittleEndian.bytes(try Checksum.crc32(content), 4) + size + size
            + LittleEndian.bytes(UInt32(name.utf8.count), 2) + LittleEndian.bytes(0, 2)
    }

    var archive: [UInt8] {
        members + directory + LittleEndian.bytes(Self.endSignature, 4) + LittleEndian.bytes(0, 4)
            + LittleEndian.bytes(count, 2) + LittleEndian.bytes(count, 2)
            + LittleEndian.bytes(UInt32(directory.count), 4)
            + LittleEndian.bytes(UInt32(members.count), 4) + LittleEndian.bytes(0, 2)
    }
}
