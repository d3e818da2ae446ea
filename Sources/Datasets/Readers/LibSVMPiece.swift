import Numeric

/// The rows of some lines of a text in LIBSVM's format, read byte after byte.
struct LibSVMPiece: Sendable {
    /// The number that each row begins with.
    private(set) var labels: [Double] = []
    /// The largest column as it is written; -1 where there is none.
    private(set) var largest = -1
    /// Whether a row has a column 0.
    private(set) var hasZero = false
    /// Where each row's entries begin, and where the last row's end.
    private(set) var starts = [0]
    /// The column of each entry as it is written.
    private(set) var columns: [Int32] = []
    private(set) var values: [Float] = []
    /// How many lines were read: all, or those above the one with a problem.
    private(set) var lines = 0
    /// What a line has that is no row, as a sentence goes on after the line's number.
    private(set) var problem: String?

    private static let longestPlainLine = 1 << 20
    /// More bytes than any number has: of a longer word no more is looked at.
    private static let longestWord = 1 << 20
    private static let largestColumn = 10_000_000
    private static let colon = UInt8(ascii: ":")
    private static let newline = UInt8(ascii: "\n")
    private static let comment = UInt8(ascii: "#")
    private static let space = UInt8(ascii: " ")

    private struct Problem: Error {
        let text: String
    }

    /// What is given up by Ctrl-C ends early.
    init(_ text: Span<UInt8>, _ range: Range<Int>) {
        // About what an entry takes as text.
        columns.reserveCapacity(range.count / 10)
        values.reserveCapacity(range.count / 10)
        var place = range.lowerBound
        do throws(Problem) {
            while place < range.upperBound, !Parallel.isAbandoned {
                if !readPlainLine(text, &place, range.upperBound) {
                    try readLine(text, &place, range.upperBound)
                }
                lines += 1
            }
        } catch {
            problem = error.text
        }
    }

    private mutating func endRow(_ label: Double, first: Int, last: Int) {
        if first == 0 { hasZero = true }
        largest = max(largest, last)
        labels.append(label)
        starts.append(values.count)
    }

    /// Reads a line of the usual form, label column:value …; false, with nothing changed, where a line needs
    /// more care.
    private mutating func readPlainLine(
        _ text: Span<UInt8>, _ position: inout Int, _ end: Int
    ) -> Bool {
        let stored = values.count
        guard let line = plainLine(text, from: position, end) else {
            columns.removeSubrange(stored...)
            values.removeSubrange(stored...)
            return false
        }
        endRow(line.label, first: line.first, last: line.last)
        position = line.place
        return true
    }

    /// Adds a line's entries; gives its label, its first and last column and where the next line begins.
    private mutating func plainLine(
        _ text: Span<UInt8>, from begin: Int, _ end: Int
    ) -> (label: Double, first: Int, last: Int, place: Int)? {
        var place = begin
        let isNegative = place < end && text[place] == UInt8(ascii: "-")
        if isNegative { place += 1 }
        guard let label = Self.whole(text, &place, end) else { return nil }
        var (first, last) = (-1, -1)
        while true {
            let gap = place
            // Ctrl-C comes in between the entries of longer lines.
            guard place - begin < Self.longestPlainLine else { return nil }
            while place < end, text[place] == Self.space || text[place] == 13 { place += 1 }
            if place == end || text[place] == Self.newline { break }
            guard place > gap, let column = Self.whole(text, &place, end), column > last,
                column <= Self.largestColumn, place < end, text[place] == Self.colon
            else { return nil }
            place += 1
            guard let value = Self.value(text, &place, end) else { return nil }
            if last < 0 { first = column }
            last = column
            guard value != 0 else { continue }
            columns.append(Int32(column))
            values.append(value)
        }
        return (isNegative ? -Double(label) : Double(label), first, last, min(place + 1, end))
    }

    /// The finite number that begins at a place; `place` moves behind it.
    private static func value(_ text: Span<UInt8>, _ place: inout Int, _ end: Int) -> Float? {
        let start = place
        if let value = DecimalNumber.plain(text, &place, before: end),
            place == end || text[place] <= space
        {
            return value
        }
        place = start
        // Longer words may take a while, and are read where Ctrl-C comes in between.
        while place < end, place - start <= DecimalNumber.longest, text[place] > space,
            text[place] != comment
        { place += 1 }
        guard let value = DecimalNumber.float(text, start..<place), value.isFinite else {
            return nil
        }
        return value
    }

    /// The whole number that begins at a place, without a sign and of at most 15 digits; `place` moves
    /// behind it.
    private static func whole(_ text: Span<UInt8>, _ place: inout Int, _ end: Int) -> Int? {
        let begin = place
        var value = 0
        while place < end, text[place] &- 0x30 < 10, place - begin <= 15 {
            value = value &* 10 &+ Int(text[place] &- 0x30)
            place += 1
        }
        return place > begin && place - begin <= 15 ? value : nil
    }
}

/// Lines of any form, each of which has a row, a comment or a problem.
extension LibSVMPiece {
    private mutating func readLine(
        _ text: Span<UInt8>, _ place: inout Int, _ end: Int
    ) throws(Problem) {
        Self.skipSpaces(text, &place, end)
        try readRow(text, &place, end)
        while place < end, text[place] != Self.newline, !Parallel.isAbandoned(turn: place) {
            place += 1
        }
        place += 1
    }

    private mutating func readRow(
        _ text: Span<UInt8>, _ place: inout Int, _ end: Int
    ) throws(Problem) {
        guard let number = Self.word(text, &place, end) else { return }
        guard let label = Double(number), label.isFinite else {
            guard !number.contains(",") else {
                throw Problem(
                    text: "has several classes, '\(number.prefix(20))', and a row is of one class")
            }
            throw Problem(text: "begins with '\(number.prefix(20))', which is no number")
        }
        var (first, last) = (-1, -1)
        while let column = try Self.nextColumn(text, &place, end) {
            let value = Self.word(text, &place, end) ?? ""
            // The query id of ranking data is not a feature.
            guard column != "qid" else { continue }
            let number = try add(value, column: column, after: last)
            if last < 0 { first = number }
            last = number
        }
        endRow(label, first: first, last: last)
    }

    /// The word before the next colon; nil at the end of the line or before a comment.
    private static func nextColumn(
        _ text: Span<UInt8>, _ place: inout Int, _ end: Int
    ) throws(Problem) -> String? {
        skipSpaces(text, &place, end)
        guard let column = word(text, &place, end, until: colon) else { return nil }
        guard place < end, text[place] == colon else {
            throw Problem(text: "has '\(column.prefix(20))' where column:value belongs")
        }
        place += 1
        return column
    }

    /// Adds an entry to the row, and returns its column as a number.
    private mutating func add(
        _ text: String, column: String, after last: Int
    ) throws(Problem) -> Int {
        guard let number = Int(column), number >= 0, number <= Self.largestColumn else {
            throw Problem(
                text:
                    "has column '\(column.prefix(20))'; columns are whole numbers of at most 10 million"
            )
        }
        guard number > last else {
            throw Problem(text: "has column \(number) after column \(last); columns ascend")
        }
        guard let value = Float(text), value.isFinite else {
            let isTooLarge = Float(text) != nil && text.contains(where: \.isNumber)
            throw Problem(
                text:
                    "has '\(text.prefix(20))' in column \(number), which is \(isTooLarge ? "too large for a 32-bit number" : "not a number")"
            )
        }
        if value != 0 {
            columns.append(Int32(number))
            values.append(value)
        }
        return number
    }

    /// Spaces, tabs and carriage returns.
    private static func skipSpaces(_ text: Span<UInt8>, _ place: inout Int, _ end: Int) {
        while place < end, text[place] == space || text[place] == 9 || text[place] == 13,
            !Parallel.isAbandoned(turn: place)
        {
            place += 1
        }
    }

    /// The text before white space, a comment or `stop`; nil where that is empty.
    private static func word(
        _ text: Span<UInt8>, _ place: inout Int, _ end: Int, until stop: UInt8 = Self.space
    ) -> String? {
        let begin = place
        while place < end, text[place] > space, text[place] != comment, text[place] != stop,
            !Parallel.isAbandoned(turn: place)
        {
            place += 1
        }
        let read = begin..<min(place, begin + longestWord)
        return place > begin ? TableCell(range: read).text(in: text) : nil
    }
}
