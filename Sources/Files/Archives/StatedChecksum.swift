internal import CZlib

/// The checksum that an archive states for a member which lies in it without compression.
struct StatedChecksum: Sendable {
    /// Where the member lies in the storage.
    let places: Range<Int>
    let value: UInt32
    /// What is said where the bytes have another one.
    let mismatch: FileError

    /// - Parameter sums: the checksums of parts that follow one another, and how many bytes each has.
    /// - Throws: where they make another checksum together.
    func compare(_ sums: [(checksum: UInt32, length: Int)]) throws(FileError) {
        var whole: UInt = 0
        for part in sums {
            whole = crc32_combine(whole, UInt(part.checksum), part.length)
        }
        guard whole == value else { throw mismatch }
    }
}
