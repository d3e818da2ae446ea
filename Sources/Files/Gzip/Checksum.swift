internal import CZlib
import Platform

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

    /// The same of a part that one of several threads takes; of a part that is given up it means nothing.
    static func crc32(_ bytes: ByteStorage, of places: Range<Int>) -> UInt32 {
        var sum: UInt32 = 0
        for start in stride(from: places.lowerBound, to: places.upperBound, by: part) {
            if Abandonment.isRequested { break }
            sum = crc32(bytes, of: start..<min(start + part, places.upperBound), after: sum)
        }
        return sum
    }

    /// The same of few bytes, and of what comes before them, whose checksum is `sum`.
    private static func crc32(
        _ bytes: ByteStorage, of places: Range<Int>, after sum: UInt32
    ) -> UInt32 {
        let piece = unsafe bytes.part(places)
        let start = unsafe piece.assumingMemoryBound(to: UInt8.self).baseAddress
        return UInt32(truncatingIfNeeded: unsafe CZlib.crc32(UInt(sum), start, UInt32(piece.count)))
    }
}
