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
        var sum: UInt32 = 0
        for start in stride(from: places.lowerBound, to: places.upperBound, by: part) {
            try Interruptible.check()
            sum = crc32(bytes, of: start..<min(start + part, places.upperBound), after: sum)
        }
        return sum
    }

    /// The same of a part that is too short for Ctrl-C to wait for, and of what comes before it, whose
    /// checksum is `sum`.
    static func crc32(
        _ bytes: ByteStorage, of places: Range<Int>, after sum: UInt32 = 0
    ) -> UInt32 {
        let piece = unsafe bytes.part(places)
        let start = unsafe piece.assumingMemoryBound(to: UInt8.self).baseAddress
        return UInt32(truncatingIfNeeded: unsafe CZlib.crc32(UInt(sum), start, UInt32(piece.count)))
    }
}
