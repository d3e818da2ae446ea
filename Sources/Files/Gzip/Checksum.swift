internal import CZlib

enum Checksum {
    /// The checksum that zip and gzip use.
    static func crc32(_ bytes: [UInt8]) -> UInt32 {
        UInt32(truncatingIfNeeded: unsafe CZlib.crc32(0, bytes, UInt32(bytes.count)))
    }
}
