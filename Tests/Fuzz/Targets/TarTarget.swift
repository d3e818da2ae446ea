import Files

/// Archives of files: every member lies in the archive.
enum TarTarget: FuzzTarget {
    static let name = "tar"
    static let words = ["ustar", "././@LongLink", "27 path=a/b\n", "00000000010"]

    static func take(_ bytes: [UInt8]) {
        let members = FuzzFolder.accepted { () throws(FileError) in
            try TarReader.members(of: ByteStorage(bytes: sealed(bytes)), path: "fuzz.tar")
        }
        for member in members ?? [] {
            promise(
                0 <= member.places.lowerBound && member.places.upperBound <= bytes.count,
                "a member outside of its archive")
        }
    }

    /// The bytes with the sum of each block where a header has it, which no fuzzer guesses.
    private static func sealed(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        for start in stride(from: 0, to: bytes.count - 511, by: 512) {
            let block = start..<start + 512, own = start + 148..<start + 156
            let sum = block.reduce(0) { $0 + (own.contains($1) ? 0x20 : Int(bytes[$1])) }
            let digits = String(sum, radix: 8)
            let field = String(repeating: "0", count: 6 - digits.count) + digits + "\0 "
            for (place, byte) in zip(own, field.utf8) where bytes[block.lowerBound] != 0 {
                bytes[place] = byte
            }
        }
        return bytes
    }
}
