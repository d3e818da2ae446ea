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
    /// The first record, where it names the columns.
    private let header: [String]
    /// The columns that are not empty: a separator may stand behind the last cell of each line.
    let columns: Range<Int>
    /// What was taken as something else than it may be, a sentence each.
    let remarks: [String]
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
        let text = try TableText.decoded(packed, path: path, as: wanted)
        encoding = text.encoding
        bytes = try LineEnds.newlines(text.bytes, path: path)
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
        guard !dialect.hasTitle else {
            throw FileError(
                "\(path) has one cell in its first line, and more in the next",
                hint: "remove the lines above the columns' names")
        }
        decimals = try TableDecimals.of(records, separator: dialect.separator, path: path)
        hasHeader =
            header ?? (first.contains(where: known.contains) || TableDialect.hasHeader(records))
        self.header = hasHeader ? first : []
        names = hasHeader ? Self.names(first) : first.indices.map { "column\($0 + 1)" }
        columns = 0..<first.count - Self.emptyColumns(records)
        remarks =
            Self.remarks(onNames: self.header, columns)
            + (header == nil ? Self.remarks(onGuess: hasHeader, records) : [])
        var scanner = dialect.scanner
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

    /// How many of the last columns have nothing in any of the first records.
    private static func emptyColumns(_ records: [[String]]) -> Int {
        guard let first = records.first, records.count > 1 else { return 0 }
        let filled = first.indices.last { column in
            records.contains { column < $0.count && !$0[column].isEmpty }
        }
        return first.count - 1 - (filled ?? first.count - 1)
    }

    /// The columns whose name another has before it.
    var doubles: [(name: String, column: Int)] {
        header.indices.filter { !header[$0].isEmpty && names[$0] != header[$0] }.map {
            (header[$0], $0)
        }
    }

    /// What the first record may be too, where nobody says which it is.
    private static func remarks(onGuess isHeader: Bool, _ records: [[String]]) -> [String] {
        if isHeader, TableDialect.countsColumns(records) {
            return ["the first line counts the columns and names them; header=no takes it as a row"]
        }
        guard !isHeader, let first = records.first, TableDialect.mayBeHeader(first) else {
            return []
        }
        return ["the first line is read as a row; header=yes takes it as the columns' names"]
    }

    /// Which columns are not called what the header says; none without a header.
    private static func remarks(onNames header: [String], _ columns: Range<Int>) -> [String] {
        let names = names(header)
        let others = header.indices.filter { columns.contains($0) && names[$0] != header[$0] }
        return others.prefix(3).map { index in
            header[index].isEmpty
                ? "column \(index + 1) has no name and is called \(names[index])"
                : "column \(index + 1) has the name of another, \(header[index]), and is called \(names[index])"
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
