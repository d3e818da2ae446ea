internal import CKernels
internal import CZlib
import Platform

/// The checksum that zip and gzip use.
package enum Checksum {
    /// Ctrl-C comes in between two parts of this size.
    private static let part = 4 << 20

    package static func crc32(_ bytes: [UInt8]) throws(FileError) -> UInt32 {
        try crc32(ByteStorage(bytes: bytes), in: bytes.indices)
    }

    /// The same of a part of a storage.
    package static func crc32(_ bytes: ByteStorage, in places: Range<Int>) throws(FileError)
        -> UInt32
    {
        var sum: UInt32 = 0
        for start in stride(from: places.lowerBound, to: places.upperBound, by: part) {
            try Interruptible.check()
            sum = crc32(bytes, of: start..<min(start + part, places.upperBound), after: sum)
        }
        return sum
    }

    /// The same of a part that one of several threads takes; of a part that is given up it means nothing.
    package static func crc32(_ bytes: ByteStorage, of places: Range<Int>) -> UInt32 {
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
        guard let start = unsafe piece.assumingMemoryBound(to: UInt8.self).baseAddress else {
            return sum
        }
        var sum = UInt(sum)
        var folded = [UInt8](repeating: 0, count: 16)
        let done = unsafe lc_fold_checksum(UInt32(sum), start, piece.count, &folded)
        if done > 0 { sum = unsafe CZlib.crc32(0xFFFF_FFFF, folded, 16) }
        return UInt32(
            truncatingIfNeeded: unsafe CZlib.crc32(sum, start + done, UInt32(piece.count - done)))
    }
}
