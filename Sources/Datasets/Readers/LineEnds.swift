import Files
import Platform

/// The ends of a text's lines.
enum LineEnds {
    private static let sampled = 1 << 16

    /// The text with newlines, where its lines end with carriage returns alone, as Excel's format
    /// "CSV (Macintosh)" has them; any other text as it is.
    static func newlines(_ bytes: ByteStorage, path: String) throws(FileError) -> ByteStorage {
        let (newline, carriageReturn) = (UInt8(ascii: "\n"), UInt8(ascii: "\r"))
        let sample = bytes.bytes(in: 0..<min(bytes.count, sampled))
        guard sample.contains(carriageReturn), !sample.contains(newline) else { return bytes }
        try MemoryBudget.requestForFile(bytes.count, for: "the text of \(path)")
        return try bytes.withSpan { bytes throws(FileError) in
            let text = try Interruptible.map(bytes.count) { place in
                bytes[place] == carriageReturn ? newline : bytes[place]
            }
            return ByteStorage(bytes: text)
        }
    }
}
