import Files

/// The order of the bytes of UTF-16 that has no mark at its beginning, by the name that iconv knows.
enum UTF16Order: String {
    case little = "UTF-16LE"
    case big = "UTF-16BE"

    static let marks: [[UInt8]] = [[0xFF, 0xFE], [0xFE, 0xFF]]
    private static let sampled = 1 << 12

    /// Nil where the text has a mark or is in another encoding: in UTF-16 most of every second byte of a
    /// table is 0, for its separators, digits and line ends are, and none of the others.
    init?(_ bytes: ByteStorage) {
        let sample = bytes.bytes(in: 0..<min(bytes.count, Self.sampled))
        let pairs = sample.count / 2
        let zeros = (0..<2).map { first in
            stride(from: first, to: 2 * pairs, by: 2).count { sample[$0] == 0 }
        }
        guard bytes.count % 2 == 0, pairs > 1, zeros.contains(0),
            !Self.marks.contains(where: sample.starts)
        else { return nil }
        if 3 * zeros[1] > pairs {
            self = .little
        } else if 3 * zeros[0] > pairs {
            self = .big
        } else {
            return nil
        }
    }
}
