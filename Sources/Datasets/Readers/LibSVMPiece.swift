import Numeric

/// The rows of some lines of a text in LIBSVM's format. Lines of the usual form are read by
/// `SparseTextRows`, and others with more care, byte after byte.
struct LibSVMPiece: Sendable {
    let rows: SparseTextRows
    /// How many lines were read: all, or those above the one with a problem.
    private(set) var lines = 0
    /// What a line has that is no row, as a sentence goes on after the line's number.
    private(set) var problem: String?

    /// More bytes than any number has: of a longer word no more is looked at.
    private static let longestWord = 1 << 20
    private static let colon = UInt8(ascii: ":")
    private static let newline = UInt8(ascii: "\n")
    private static let comment = UInt8(ascii: "#")
    private static let space = UInt8(ascii: " ")

    private struct Problem: Error {
        let text: String
    }

    /// What is given up by Ctrl-C ends early.
    init(_ text: Span<UInt8>, _ range: Range<Int>) {
        rows = SparseTextRows(bytes: range.count)
        var place = range.lowerBound
        do throws(Problem) {
            while !Parallel.isAbandoned {
                let before = rows.count
                rows.readPlain(text, at: &place, before: range.upperBound)
                lines += rows.count - before
                guard place < range.upperBound else { break }
                try readLine(text, &place, range.upperBound)
                place = min(place, range.upperBound)
                lines += 1
            }
        } catch {
            problem = error.text
        }
    }
}

/// Lines of any form, each of which has a row, a comment or a problem.
extension LibSVMPiece {
    private func readLine(
        _ text: Span<UInt8>, _ place: inout Int, _ end: Int
    ) throws(Problem) {
        Self.skipSpaces(text, &place, end)
        try readRow(text, &place, end)
        while place < end, text[place] != Self.newline, !Parallel.isAbandoned(turn: place) {
            place += 1
        }
        place += 1
    }

    private func readRow(
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
        rows.endRow(label, first: first, last: last)
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
    private func add(
        _ text: String, column: String, after last: Int
    ) throws(Problem) -> Int {
        guard let number = Int(column), number >= 0, number <= SparseTextRows.largestColumn else {
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
        if value != 0 { rows.add(number, value) }
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
