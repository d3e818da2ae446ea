import Files
import Platform

/// The text of a table, opened: its bytes as UTF-8, the names of its columns, and where its records
/// begin.
struct TableFile {
    let path: String
    let bytes: ByteStorage
    /// The encoding that it was in, where that was not UTF-8.
    let encoding: TableText.Encoding?
    let separator: UInt8
    let decimals: TableDecimals
    let names: [String]
    let hasHeader: Bool
    /// Where the first record below the header begins, and its line.
    let start: Int
    let line: Int
    /// The first of these records.
    private let sample: [[String]]

    /// `known` are names of columns: a first record with one of them is a header.
    ///
    /// - Throws: when there are no records, and when its numbers could be read in two ways.
    init(
        _ packed: ByteStorage, path: String, encoding wanted: TableText.Encoding? = nil,
        header: Bool? = nil, known: Set<String> = []
    ) throws(FileError) {
        self.path = path
        (bytes, encoding) = try TableText.decoded(packed, path: path, as: wanted)
        let dialect = bytes.withSpan { TableDialect($0) }
        separator = dialect.separator
        let records: [[String]]
        do throws(TableScanner.Problem) {
            records = try bytes.withSpan { bytes throws(TableScanner.Problem) in
                try dialect.firstRecords(bytes)
            }
        } catch {
            try Interruptible.check()
            throw Self.problem(error, path)
        }
        guard let first = records.first else { throw FileError("\(path) has no rows") }
        decimals = try TableDecimals.of(records, separator: dialect.separator, path: path)
        hasHeader =
            header ?? (first.contains(where: known.contains) || TableDialect.hasHeader(records))
        names = hasHeader ? Self.names(first) : first.indices.map { "column\($0 + 1)" }
        var scanner = TableScanner(separator: separator, place: dialect.start)
        if hasHeader {
            _ = try? bytes.withSpan { bytes throws(TableScanner.Problem) in
                try scanner.next(bytes, before: bytes.count)
            }
        }
        (start, line) = (scanner.place, scanner.line)
        sample = Array(hasHeader ? records.dropFirst() : records[...])
    }

    /// Which of some columns have a word in the first records, by their places in the list.
    func wordSlots(of columns: [Int]) -> Set<Int> {
        Set(
            columns.indices.filter { slot in
                sample.contains { record in
                    columns[slot] < record.count
                        && CellMeaning(record[columns[slot]], decimals) == .word
                }
            })
    }

    private static func problem(_ problem: TableScanner.Problem, _ path: String) -> FileError {
        switch problem {
        case .openQuote(let line):
            FileError(
                "\(path) line \(line) opens a quote that is never closed",
                hint: "close it, or remove the line")
        case .tooManyColumns(let line):
            FileError("\(path) line \(line) has more than 100 000 columns")
        case .tooLong(let line, let count):
            FileError(
                "\(path) line \(line) has a cell of \(count) bytes, and no number or class is that long",
                hint: "check its quotes and line ends")
        case .interrupted: FileError("interrupted")
        }
    }

    /// A column without a name has its number, and one whose name another has before it, too.
    private static func names(_ header: [String]) -> [String] {
        var seen: Set<String> = []
        return header.enumerated().map { index, name in
            let isFree = !name.isEmpty && seen.insert(name).inserted
            return isFree ? name : "column\(index + 1)"
        }
    }

    /// The place of a column, by its name or by its number from 1.
    func column(_ wanted: String) throws(FileError) -> Int {
        if let index = names.firstIndex(of: wanted) { return index }
        if let number = Int(wanted), (1...names.count).contains(number) { return number - 1 }
        throw FileError(
            "\(path) has no column '\(wanted)'",
            hint: "it has \(names.prefix(12).joined(separator: ", "))")
    }
}
