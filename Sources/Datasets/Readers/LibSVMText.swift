import Files
import Numeric
import Platform

/// The rows of a text in LIBSVM's format, read byte after byte.
struct LibSVMText {
    private let bytes: ByteStorage
    private let path: String
    private var position = 0
    private var line = 1
    /// The number that each row begins with.
    private(set) var labels: [Double] = []
    /// The largest column as it is written; -1 where there is none.
    private(set) var largest = -1
    /// Whether a row has a column 0, or the text says that columns count from 0 and not from 1.
    private(set) var hasZero = false
    /// Where each row's entries begin, and where the last row's end.
    private var starts = [0]
    /// The column of each entry as it is written.
    private var columns: [Int32] = []
    private var values: [Float] = []
    private var budget: GrowingBudget

    private static let longestPlainLine = 1 << 20
    private static let largestColumn = 10_000_000
    private static let colon = UInt8(ascii: ":")
    private static let newline = UInt8(ascii: "\n")
    private static let comment = UInt8(ascii: "#")
    private static let space = UInt8(ascii: " ")

    /// `report` receives how far the reading is.
    init(
        _ bytes: ByteStorage, path: String, report: (ReadingProgress) -> Void = { _ in }
    ) throws(FileError) {
        self.bytes = bytes
        self.path = path
        // scikit-learn says how it counts, also where no row has a column 0.
        let heading = bytes.text(in: 0..<min(bytes.count, 200))
        hasZero = heading.hasPrefix("#") && heading.contains("indices are zero-based")
        let step = 4 << 20
        var next = step
        budget = GrowingBudget(for: "the rows of \(path)")
        while position < bytes.count {
            try Interruptible.check()
            if try !readPlainLine() { try readLine() }
            line += 1
            if position >= next {
                next = position + step
                report(.megabytes(position, of: bytes.count))
            }
        }
    }

    /// The features of the rows of one file or of several; columns count from `first`, which is 0 or 1.
    static func rows(_ texts: [LibSVMText], dimension: Int, first: Int) throws(FileError)
        -> SparseRows
    {
        try MemoryBudget.requestForFile(
            texts.reduce(0) { $0 + 8 * $1.values.count + 8 * $1.starts.count }, for: "the rows")
        var starts = [0]
        var columns: [Int32] = []
        var values: [Float] = []
        for text in texts {
            let offset = values.count
            starts += text.starts.dropFirst().map { $0 + offset }
            values += text.values
            columns += text.columns
            try Interruptible.check()
        }
        if first > 0 { for place in columns.indices { columns[place] -= Int32(first) } }
        return SparseRows(dimension: dimension, starts: starts, columns: columns, values: values)
    }

    /// What features of columns from 0 are called, so that new rows count as the training data did; none
    /// where the names would take more memory than the data.
    static func zeroBasedNames(_ dimension: Int) -> [String] {
        dimension <= 1 << 20 ? (0..<dimension).map { "column\($0)" } : []
    }

    /// Reads a line of the usual form, label column:value …; false, with nothing changed, where a line needs
    /// more care.
    private mutating func readPlainLine() throws(FileError) -> Bool {
        let stored = values.count
        let bytes = bytes
        guard let end = bytes.withSpan({ plainLine($0, from: position) }) else {
            columns.removeSubrange(stored...)
            values.removeSubrange(stored...)
            return false
        }
        note(first: end.first, last: end.last)
        try budget.growForFile(to: 16 * (labels.count + 1) + 8 * values.count)
        labels.append(end.label)
        starts.append(values.count)
        position = end.place
        return true
    }

    private mutating func note(first: Int, last: Int) {
        if first == 0 { hasZero = true }
        largest = max(largest, last)
    }

    /// Adds a line's entries; gives its label, its first and last column and where the next line begins.
    private mutating func plainLine(
        _ bytes: Span<UInt8>, from begin: Int
    ) -> (label: Double, first: Int, last: Int, place: Int)? {
        var place = begin
        let isNegative = place < bytes.count && bytes[place] == UInt8(ascii: "-")
        if isNegative { place += 1 }
        guard let label = Self.whole(bytes, &place) else { return nil }
        var (first, last) = (-1, -1)
        while true {
            let gap = place
            // Ctrl-C comes in between the entries of longer lines.
            guard place - begin < Self.longestPlainLine else { return nil }
            while place < bytes.count, bytes[place] == Self.space || bytes[place] == 13 {
                place += 1
            }
            if place == bytes.count || bytes[place] == Self.newline { break }
            guard place > gap, let column = Self.whole(bytes, &place), column > last,
                column <= Self.largestColumn, place < bytes.count, bytes[place] == Self.colon
            else { return nil }
            let start = place + 1
            place = start
            while place < bytes.count, bytes[place] > Self.space, bytes[place] != Self.comment {
                place += 1
            }
            guard let value = DecimalNumber.float(bytes, start..<place), value.isFinite else {
                return nil
            }
            if last < 0 { first = column }
            last = column
            guard value != 0 else { continue }
            columns.append(Int32(column))
            values.append(value)
        }
        return (
            isNegative ? -Double(label) : Double(label), first, last, min(place + 1, bytes.count)
        )
    }

    /// The whole number that begins at a place, without a sign and of at most 15 digits; `place` moves
    /// behind it.
    private static func whole(_ bytes: Span<UInt8>, _ place: inout Int) -> Int? {
        let begin = place
        var value = 0
        while place < bytes.count, bytes[place] &- 0x30 < 10 {
            value = value &* 10 &+ Int(bytes[place] &- 0x30)
            place += 1
        }
        return place > begin && place - begin <= 15 ? value : nil
    }

    private mutating func readLine() throws(FileError) {
        try skipSpaces()
        try readRow()
        try skipLine()
    }

    private mutating func readRow() throws(FileError) {
        guard let number = try word() else { return }
        guard let label = Double(number), label.isFinite else {
            throw problem("begins with '\(number.prefix(20))', which is no number")
        }
        var (first, last) = (-1, -1)
        while let column = try nextColumn() {
            let text = try word() ?? ""
            // The query id of ranking data is not a feature.
            guard column != "qid" else { continue }
            let number = try add(text, column: column, after: last)
            if last < 0 { first = number }
            last = number
        }
        note(first: first, last: last)
        // A label and a start for each row, a column and a value for each entry.
        try budget.growForFile(to: 16 * (labels.count + 1) + 8 * values.count)
        labels.append(label)
        starts.append(values.count)
    }

    /// The word before the next colon; nil at the end of the line or before a comment.
    private mutating func nextColumn() throws(FileError) -> String? {
        try skipSpaces()
        guard let column = try word(until: Self.colon) else { return nil }
        guard position < bytes.count, bytes[position] == Self.colon else {
            throw problem("has '\(column.prefix(20))' where column:value belongs")
        }
        position += 1
        return column
    }

    /// Adds an entry to the row, and returns its column as a number.
    private mutating func add(
        _ text: String, column: String, after last: Int
    ) throws(FileError) -> Int {
        guard let number = Int(column), number >= 0, number <= Self.largestColumn else {
            throw problem(
                "has column '\(column.prefix(20))'; columns are whole numbers of at most 10 million"
            )
        }
        guard number > last else {
            throw problem("has column \(number) after column \(last); columns ascend")
        }
        guard let value = Float(text), value.isFinite else {
            throw problem("has '\(text.prefix(20))' in column \(number), which is not a number")
        }
        if value != 0 {
            columns.append(Int32(number))
            values.append(value)
        }
        return number
    }

    private func problem(_ text: String) -> FileError {
        FileError("\(path) line \(line) \(text)", hint: "mend or remove the line")
    }

    /// Spaces, tabs and carriage returns.
    private mutating func skipSpaces() throws(FileError) {
        while position < bytes.count, [Self.space, 9, 13].contains(bytes[position]) {
            try Interruptible.check(turn: position)
            position += 1
        }
    }

    private mutating func skipLine() throws(FileError) {
        while position < bytes.count, bytes[position] != Self.newline {
            try Interruptible.check(turn: position)
            position += 1
        }
        position += 1
    }

    /// The text before white space, a comment or `end`; nil where that is empty.
    private mutating func word(until end: UInt8 = Self.space) throws(FileError) -> String? {
        let begin = position
        while position < bytes.count, bytes[position] > Self.space,
            bytes[position] != Self.comment, bytes[position] != end
        {
            try Interruptible.check(turn: position)
            position += 1
        }
        return position > begin ? bytes.text(in: begin..<position) : nil
    }
}
