import Files
import Numeric
import Platform

/// Goes over an array's items in pieces, on all cores.
enum ArrayPieces {
    /// The checksum that an archive states for the array is compared on the way.
    static func forEach(
        of items: NumPyItems, _ body: @escaping @Sendable (Range<Int>) -> Void
    ) throws(FileError) {
        let size = NumPyItems.part
        // An array without items has a header, and a checksum.
        let pieces = max(1, (items.count + size - 1) / size)
        let sums = AlignedBuffer<UInt32>(repeating: 0, count: pieces)
        let lengths = AlignedBuffer<Int>(repeating: 0, count: pieces)
        let (sumOf, lengthOf) = (sums.writes, lengths.writes)
        Parallel.forEach(pieces) { piece in
            let places = piece * size..<min(items.count, (piece + 1) * size)
            if items.isUnchecked {
                (sumOf[piece], lengthOf[piece]) = items.checksum(ofItems: places)
            }
            body(places)
        }
        try Interruptible.check()
        try items.compare((0..<pieces).map { (sumOf[$0], lengthOf[$0]) })
    }

    /// Compares the checksum that an archive states, where nobody has yet.
    static func check(_ items: NumPyItems) throws(FileError) {
        if items.isUnchecked { try forEach(of: items) { _ in } }
    }
}
