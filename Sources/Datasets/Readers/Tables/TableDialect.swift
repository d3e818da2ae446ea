import Files

/// How a table's text is written: where it begins, what separates its cells, whether its first record
/// names the columns.
struct TableDialect {
    let start: Int
    /// The line of that place.
    private let line: Int
    let separator: UInt8
    /// Whether the first line has a single cell, and the next one more.
    let hasTitle: Bool

    static let separators: [UInt8] = [
        UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "|"),
    ]
    private static let sampled = 20

    init(_ bytes: Span<UInt8>) {
        // Excel writes UTF-8's byte-order mark.
        let hasMark =
            bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF
        let begin = hasMark ? 3 : 0
        if let declared = Self.declaration(bytes, from: begin) {
            (separator, start, line, hasTitle) = (declared.separator, declared.end, 2, false)
            return
        }
        (start, line) = (begin, 1)
        let first = Self.separator(of: bytes, from: start)
        let second = first.count == 0 ? Self.separator(of: bytes, from: first.end) : first
        (separator, hasTitle) = (second.separator, second.count > first.count)
    }

    /// Excel's first line `sep=;`, which names the separator.
    private static func declaration(
        _ bytes: Span<UInt8>, from start: Int
    ) -> (separator: UInt8, end: Int)? {
        let word = Array("sep=".utf8)
        guard bytes.count > start + word.count + 1,
            word.indices.allSatisfy({ bytes[start + $0] | 0x20 == word[$0] | 0x20 })
        else { return nil }
        var end = start + word.count + 1
        if end < bytes.count, bytes[end] == UInt8(ascii: "\r") { end += 1 }
        guard end < bytes.count, bytes[end] == UInt8(ascii: "\n") else { return nil }
        return (bytes[start + word.count], end + 1)
    }

    /// A scanner that stands before the first record.
    var scanner: TableScanner {
        var scanner = TableScanner(separator: separator, place: start)
        scanner.line = line
        return scanner
    }

    /// The separator that is the most frequent outside of quotes in a line, how often it comes, and where
    /// the line ends.
    private static func separator(
        of bytes: Span<UInt8>, from start: Int
    ) -> (separator: UInt8, count: Int, end: Int) {
        var counts: [UInt8: Int] = [:]
        var isQuoted = false
        var end = min(bytes.count, start + 1 << 20)
        for place in start..<end {
            let byte = bytes[place]
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            if byte == UInt8(ascii: "\n"), !isQuoted {
                // Blank lines may come first.
                guard !counts.isEmpty else { continue }
                end = place + 1
                break
            }
            let isBlank = byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\r")
            if !isQuoted, !isBlank { counts[byte, default: 0] += 1 }
        }
        let most =
            separators.max { counts[$0, default: 0] < counts[$1, default: 0] } ?? separators[0]
        return (most, counts[most, default: 0], end)
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
        var scanner = scanner
        var records: [[String]] = []
        while records.count <= Self.sampled, try scanner.next(bytes, before: bytes.count) {
            records.append(scanner.cells.map { $0.text(in: bytes) })
        }
        return records
    }

    /// Whether the first record names the columns: a word above a number, or without digits above cells
    /// that all have some; columns that are counted from 0; or, where all are words, words that never occur below, where other words do so
    /// again and again.
    static func hasHeader(_ records: [[String]]) -> Bool {
        guard let first = records.first else { return false }
        guard records.count > 1 else { return !first.contains(where: TableDecimals.mayBeNumber) }
        let hasNumber = first.contains(where: TableDecimals.mayBeNumber)
        // A missing value above a number is no name; pandas leaves the name of its row numbers empty.
        if zip(first, records[1]).contains(where: {
            !TableDecimals.mayBeNumber($0) && TableDecimals.mayBeNumber($1)
                && (!CellMeaning.isMissing($0) || $0.isEmpty && !hasNumber)
        }) {
            return true
        }
        if countsColumns(records) { return true }
        let rest = records.dropFirst()
        if rest.count >= 2, !hasNumber,
            first.indices.contains(where: { areCounted(rest, first, $0) })
        {
            return true
        }
        guard rest.count >= 5, mayBeHeader(first), Set(first).count == first.count
        else { return false }
        return first.indices.allSatisfy { column in
            let below = rest.compactMap { column < $0.count ? $0[column] : nil }
            return !below.contains(first[column]) && Set(below).count < below.count
        }
    }

    /// Whether the first record counts columns from 0, as pandas names columns of numbers, beside words that
    /// never occur below.
    static func countsColumns(_ records: [[String]]) -> Bool {
        guard let first = records.first, records.count > 1 else { return false }
        let numbers = first.filter(TableDecimals.mayBeNumber)
        let words = first.indices.filter {
            !first[$0].isEmpty && !TableDecimals.mayBeNumber(first[$0])
        }
        guard numbers.count >= (words.isEmpty ? 4 : 3),
            numbers.enumerated().allSatisfy({ $1 == String($0) })
        else { return false }
        return words.allSatisfy { column in
            !records.dropFirst().contains { column < $0.count && $0[column] == first[column] }
        }
    }

    /// Whether all cells of a record are words.
    static func mayBeHeader(_ record: [String]) -> Bool {
        record.allSatisfy { !TableDecimals.mayBeNumber($0) && !$0.isEmpty }
    }

    /// Whether a column has digits in every cell, and none in its name.
    private static func areCounted(
        _ records: ArraySlice<[String]>, _ names: [String], _ column: Int
    ) -> Bool {
        !names[column].isEmpty && !names[column].contains(where: \.isNumber)
            && records.allSatisfy { column < $0.count && $0[column].contains(where: \.isNumber) }
    }
}
