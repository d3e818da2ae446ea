import Files
import Numeric

/// A cell of a record: where its text lies, and whether quotes stand around it.
struct TableCell {
    var range: Range<Int>
    var isQuoted = false

    /// The text; of two quotes within quotes one.
    func text(in bytes: Span<UInt8>) -> String {
        var units: [UInt8] = []
        units.reserveCapacity(range.count)
        guard isQuoted else {
            for place in range { units.append(bytes[place]) }
            return String(decoding: units, as: UTF8.self)
        }
        let quote = UInt8(ascii: "\"")
        var place = range.lowerBound + 1
        var isInside = true
        while place < range.upperBound {
            if bytes[place] == quote {
                let isPair = place + 1 < range.upperBound && bytes[place + 1] == quote
                if isInside, isPair {
                    units.append(quote)
                    place += 1
                } else if isInside {
                    isInside = false
                } else {
                    units.append(quote)
                }
            } else {
                units.append(bytes[place])
            }
            place += 1
        }
        while let last = units.last, last == 0x20 || last == 0x0D { units.removeLast() }
        return String(decoding: units, as: UTF8.self)
    }
}

/// Finds the records and cells of a table's text (RFC 4180, with other separators too).
struct TableScanner {
    enum Problem: Error {
        case openQuote(line: Int)
        case tooManyColumns(line: Int)
        case tooLong(line: Int, count: Int)
        case interrupted
    }

    let separator: UInt8
    /// Where the next record begins.
    var place: Int
    /// The number of its line, from 1.
    var line = 1
    /// The line of the last record.
    private(set) var recordLine = 1
    /// The cells of the last record.
    private(set) var cells: [TableCell] = []

    private static let newline = UInt8(ascii: "\n")
    private static let space = UInt8(ascii: " ")
    private static let carriageReturn = UInt8(ascii: "\r")
    private static let quote = UInt8(ascii: "\"")
    private static let mostColumns = 100_000
    /// More bytes than any number or class name has.
    private static let longestCell = 1 << 20
    /// How many bytes are passed between two looks at whether to go on.
    private static let stretch = 1 << 16

    init(separator: UInt8, place: Int) {
        self.separator = separator
        self.place = place
    }

    /// Goes on to the next record that is not a blank line, and says whether there is any before `end`.
    mutating func next(_ bytes: Span<UInt8>, before end: Int) throws(Problem) -> Bool {
        while place < end {
            recordLine = line
            cells.removeAll(keepingCapacity: true)
            repeat {
                cells.append(try cell(bytes))
                guard cells.count <= Self.mostColumns else {
                    throw .tooManyColumns(line: recordLine)
                }
            } while goOn(bytes)
            if cells.count == 1, cells[0].range.isEmpty { continue }
            return true
        }
        return false
    }

    /// Passes the lines that are empty or have only spaces, and says whether a record begins before
    /// `end`.
    mutating func startRecord(_ bytes: Span<UInt8>, before end: Int) throws(Problem) -> Bool {
        while place < end {
            recordLine = line
            guard bytes[place] <= Self.space else { return true }
            var next = place
            while next < bytes.count,
                bytes[next] == Self.space || bytes[next] == Self.carriageReturn
            {
                next += 1
                try checkInterruption(next)
            }
            guard next == bytes.count || bytes[next] == Self.newline else { return true }
            place = min(next + 1, bytes.count)
            line += 1
        }
        return false
    }

    /// Goes back to the beginning of a record.
    mutating func restart(at place: Int) { (self.place, line) = (place, recordLine) }

    /// Passes what stands behind a cell; false at the end of a record.
    mutating func goOn(_ bytes: Span<UInt8>) -> Bool {
        guard place < bytes.count else { return false }
        place += 1
        if bytes[place - 1] == separator { return true }
        line += 1
        return false
    }

    /// One cell; stops at the separator or the newline behind it.
    mutating func cell(_ bytes: Span<UInt8>) throws(Problem) -> TableCell {
        let count = bytes.count
        while place < count, bytes[place] == Self.space {
            place += 1
            try checkInterruption(place)
        }
        let begin = place
        let isQuoted = place < count && bytes[place] == Self.quote
        if isQuoted { try skipQuotes(bytes) }
        try skip(bytes, to: separator)
        var end = place
        while end > begin, bytes[end - 1] == Self.space || bytes[end - 1] == Self.carriageReturn {
            end -= 1
        }
        guard end - begin <= Self.longestCell else {
            throw .tooLong(line: recordLine, count: end - begin)
        }
        return TableCell(range: begin..<end, isQuoted: isQuoted)
    }

    private mutating func skipQuotes(_ bytes: Span<UInt8>) throws(Problem) {
        place += 1
        while true {
            try skip(bytes, to: Self.quote)
            guard place < bytes.count else { break }
            place += 1
            if bytes[place - 1] == Self.newline {
                line += 1
            } else {
                guard place < bytes.count, bytes[place] == Self.quote else { return }
                place += 1
            }
        }
        throw .openQuote(line: recordLine)
    }

    /// Goes to the next of a byte and a newline, or to the end.
    private mutating func skip(_ bytes: Span<UInt8>, to byte: UInt8) throws(Problem) {
        while place < bytes.count {
            let end = min(bytes.count, place + Self.stretch)
            place = TextKernels.cellEnd(bytes, place..<end, separator: byte)
            guard place == end else { return }
            // A cell may be as long as the file.
            try checkInterruption(0)
        }
    }

    private func checkInterruption(_ place: Int) throws(Problem) {
        guard place % Self.stretch == 0 else { return }
        do throws(FileError) { try Interruptible.check() } catch { throw .interrupted }
    }
}
