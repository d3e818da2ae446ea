import Files

/// Ways of writing a table that lc does not read, found before its cells are.
enum CSVEncoding {
    static func check(_ bytes: ByteStorage, path: String) throws(FileError) {
        if isUTF16(bytes) {
            throw FileError("\(path) is UTF-16 text", hint: "save it as UTF-8")
        }
        if let number = decimalComma(bytes) {
            let corrected = number.split(separator: ",").joined(separator: ".")
            throw FileError(
                "\(path) writes numbers with decimal commas, such as \(number)",
                hint: "save it with decimal points, as in \(corrected)")
        }
    }

    /// Whether each character takes two bytes: a byte-order mark, or the zeros of Latin letters.
    private static func isUTF16(_ bytes: ByteStorage) -> Bool {
        guard bytes.count >= 2 else { return false }
        let (first, second) = (bytes[0], bytes[1])
        return (first, second) == (0xFF, 0xFE) || (first, second) == (0xFE, 0xFF)
            || (first == 0) != (second == 0)
    }

    /// A number with a decimal comma among the cells of the first two lines, where ; or tabs
    /// separate the cells.
    private static func decimalComma(_ bytes: ByteStorage) -> String? {
        for line in firstLines(2, of: bytes) {
            let fields = line.split { $0 == UInt8(ascii: ";") || $0 == UInt8(ascii: "\t") }
            guard fields.count >= 2 else { continue }
            for field in fields {
                let parts = String(decoding: field, as: UTF8.self).split(
                    separator: ",", omittingEmptySubsequences: false)
                if parts.count == 2, Int(parts[0]) != nil, Int("1" + parts[1]) != nil {
                    return parts.joined(separator: ",")
                }
            }
        }
        return nil
    }

    /// At most 64 KB of them.
    private static func firstLines(_ count: Int, of bytes: ByteStorage) -> [ArraySlice<UInt8>] {
        let beginning = bytes.bytes(in: 0..<min(bytes.count, 1 << 16))
        let lines = beginning.split(
            separator: UInt8(ascii: "\n"), maxSplits: count, omittingEmptySubsequences: false)
        return Array(lines.prefix(count))
    }
}
