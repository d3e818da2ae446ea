/// The checksum of an archive's array is computed where its items are read anyway, part by part and by
/// several threads, and compared at the end.
extension NumPyItems {
    /// Whether an archive states a checksum that nobody has compared yet.
    package var isUnchecked: Bool { stated != nil }

    /// The checksum of the bytes of some items, and how many bytes these are; with the first item comes what
    /// stands before it, with the last one what stands behind it.
    package func checksum(ofItems items: Range<Int>) -> (checksum: UInt32, length: Int) {
        guard let stated else { return (0, 0) }
        let width = header.type.width
        let begin =
            items.lowerBound == 0 ? stated.places.lowerBound : offset + items.lowerBound * width
        let end =
            items.upperBound == count ? stated.places.upperBound : offset + items.upperBound * width
        return (Checksum.crc32(storage, of: begin..<end), end - begin)
    }

    /// - Parameter sums: of all items, in their order.
    /// - Throws: where the archive states another checksum.
    package func compare(_ sums: [(checksum: UInt32, length: Int)]) throws(FileError) {
        try stated?.compare(sums)
    }

    /// Compares all at once.
    func check() throws(FileError) {
        guard let stated else { return }
        guard try Checksum.crc32(storage, in: stated.places) == stated.value else {
            throw stated.mismatch
        }
    }

    /// The same items, where nothing is to compare any more.
    func checked() throws(FileError) -> NumPyItems {
        try check()
        var items = self
        items.stated = nil
        return items
    }
}
