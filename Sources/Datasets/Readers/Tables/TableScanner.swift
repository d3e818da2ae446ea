import Files

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
    private static let quote = UInt8(ascii: "\"")
    private static let mostColumns = 100_000
    /// More bytes than any number or class name has.
    private static let longestCell = 1 << 20

    init(separator: UInt8, place: Int) {
        self.separator = separator
        self.place = place
    }

    /// Goes on to the next record that is not a blank line, and says whether there is any before `end`.
    mutating func next(_ bytes: Span<UInt8>, before end: Int) throws(Problem) -> Bool {
        while place < end {
            recordLine = line
            cells.removeAll(keepingCapacity: true)
            try readRecord(bytes)
            if cells.count == 1, cells[0].range.isEmpty { continue }
            return true
        }
        return false
    }

    private mutating func readRecord(_ bytes: Span<UInt8>) throws(Problem) {
        while true {
            try readCell(bytes)
            guard cells.count <= Self.mostColumns else {
                throw .tooManyColumns(line: recordLine)
            }
            guard place < bytes.count else { return }
            place += 1
            if bytes[place - 1] == separator { continue }
            line += 1
            return
        }
    }

    /// One cell; stops at the separator or the newline behind it.
    private mutating func readCell(_ bytes: Span<UInt8>) throws(Problem) {
        let count = bytes.count
        while place < count, bytes[place] == 0x20 { place += 1 }
        let begin = place
        let isQuoted = place < count && bytes[place] == Self.quote
        if isQuoted { try skipQuotes(bytes) }
        while place < count, bytes[place] != separator, bytes[place] != Self.newline {
            place += 1
            try checkInterruption()
        }
        var end = place
        while end > begin, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x0D { end -= 1 }
        guard end - begin <= Self.longestCell else {
            throw .tooLong(line: recordLine, count: end - begin)
        }
        cells.append(TableCell(range: begin..<end, isQuoted: isQuoted))
    }

    private mutating func skipQuotes(_ bytes: Span<UInt8>) throws(Problem) {
        place += 1
        while place < bytes.count {
            let byte = bytes[place]
            place += 1
            try checkInterruption()
            if byte == Self.quote {
                guard place < bytes.count, bytes[place] == Self.quote else { return }
                place += 1
            } else if byte == Self.newline {
                line += 1
            }
        }
        throw .openQuote(line: recordLine)
    }

    /// A cell may be as long as the file.
    private func checkInterruption() throws(Problem) {
        guard place % (1 << 16) == 0 else { return }
        do throws(FileError) { try Interruptible.check() } catch { throw .interrupted }
    }
}
