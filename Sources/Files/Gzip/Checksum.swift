internal import CZlib

enum Checksum {
    /// Ctrl-C comes in between two parts of this size.
    private static let part = 4 << 20

    /// The checksum that zip and gzip use.
    static func crc32(_ bytes: [UInt8]) throws(FileError) -> UInt32 {
        var sum: UInt = 0
        for start in stride(from: 0, to: bytes.count, by: part) {
            try Interruptible.check()
            let places = start..<min(bytes.count, start + part)
            sum = unsafe bytes.withUnsafeBufferPointer {
                let piece = unsafe UnsafeBufferPointer(rebasing: $0[places])
                return unsafe CZlib.crc32(sum, piece.baseAddress, UInt32(piece.count))
            }
        }
        return UInt32(truncatingIfNeeded: sum)
    }

    /// The same of a part of a storage.
    static func crc32(_ bytes: ByteStorage, in places: Range<Int>) throws(FileError) -> UInt32 {
        var sum: UInt = 0
        for start in stride(from: places.lowerBound, to: places.upperBound, by: part) {
            try Interruptible.check()
            let piece = unsafe bytes.part(start..<min(start + part, places.upperBound))
            sum = unsafe CZlib.crc32(
                sum, piece.assumingMemoryBound(to: UInt8.self).baseAddress, UInt32(piece.count))
        }
        return UInt32(truncatingIfNeeded: sum)
    }
}
