import Files

/// How a table's text is written: where it begins, what separates its cells, whether its first record
/// names the columns.
struct TableDialect {
    let start: Int
    let separator: UInt8

    static let separators: [UInt8] = [
        UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "|"),
    ]
    private static let sampled = 20

    init(_ bytes: Span<UInt8>) {
        // Excel writes UTF-8's byte-order mark.
        let hasMark =
            bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF
        start = hasMark ? 3 : 0
        separator = Self.separator(of: bytes, from: start)
    }

    /// The separator that is the most frequent outside of quotes in the first line.
    private static func separator(of bytes: Span<UInt8>, from start: Int) -> UInt8 {
        var counts: [UInt8: Int] = [:]
        var isQuoted = false
        for place in start..<min(bytes.count, 1 << 20) {
            let byte = bytes[place]
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            if byte == UInt8(ascii: "\n"), !isQuoted, !counts.isEmpty { break }
            if !isQuoted { counts[byte, default: 0] += 1 }
        }
        return separators.max { counts[$0, default: 0] < counts[$1, default: 0] }
            ?? separators[0]
    }

    /// Whether lines are most likely records of a table: a separator occurs in each, and equally often in
    /// most.
    static func isTable(_ lines: [Substring]) -> Bool {
        separators.contains { separator in
            let counts = lines.map { line in
                var isQuoted = false
                return line.utf8.count { byte in
                    if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
                    return byte == separator && !isQuoted
                }
            }
            guard
                let most = Dictionary(grouping: counts, by: { $0 }).values.max(by: {
                    $0.count < $1.count
                })
            else { return false }
            return !counts.contains(0) && most.count * 4 >= counts.count * 3
        }
    }

    /// The first records as text.
    func firstRecords(_ bytes: Span<UInt8>) throws(TableScanner.Problem) -> [[String]] {
        var scanner = TableScanner(separator: separator, place: start)
        var records: [[String]] = []
        while records.count <= Self.sampled, try scanner.next(bytes, before: bytes.count) {
            records.append(scanner.cells.map { $0.text(in: bytes) })
        }
        return records
    }

    /// Whether the first record names the columns: a word above a number; or, where all are words,
    /// words that never occur below, where other words do so again and again.
    static func hasHeader(_ records: [[String]]) -> Bool {
        guard let first = records.first else { return false }
        guard records.count > 1 else { return !first.contains(where: TableDecimals.mayBeNumber) }
        if zip(first, records[1]).contains(where: {
            !TableDecimals.mayBeNumber($0) && TableDecimals.mayBeNumber($1)
        }) {
            return true
        }
        let rest = records.dropFirst()
        guard rest.count >= 5, first.allSatisfy({ !TableDecimals.mayBeNumber($0) && !$0.isEmpty }),
            Set(first).count == first.count
        else { return false }
        return first.indices.allSatisfy { column in
            let below = rest.compactMap { column < $0.count ? $0[column] : nil }
            return !below.contains(first[column]) && Set(below).count < below.count
        }
    }
}
