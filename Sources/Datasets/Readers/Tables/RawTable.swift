import Files
import Numeric
import Platform

/// A table as its text has it: numbers, words and missing values by column, and a column of classes.
struct RawTable {
    let plan: TablePlan
    let path: String
    let count: Int
    /// N×K numbers of the K columns of features; 0 where a cell is missing or a word.
    var numbers: [Float]
    var columns: [TablePiece.Column]
    /// The place of each record's class in `classes`, -1 where it has none; empty where no column has
    /// classes.
    let labels: [Int32]
    let classes: [String]
    /// The line of the first record without a class, and all such records.
    let firstUnlabelled: Int?
    let unlabelled: [Int32]
    private let bytes: ByteStorage
    private let pieces: [Range<Int>]

    /// Pieces do not depend on the number of threads.
    private static let pieceSize = 4 << 20

    /// `report` receives how far the reading is, from any thread.
    ///
    /// - Throws: what is wrong with the first bad line.
    init(
        _ bytes: ByteStorage, path: String, plan: TablePlan, from start: Int, line: Int,
        report: @escaping @Sendable (ReadingProgress) -> Void = { _ in }
    ) throws(FileError) {
        (self.bytes, self.path, self.plan) = (bytes, path, plan)
        pieces = Self.cut(bytes, from: start)
        let parts = try Self.read(bytes, path, pieces, plan, report)
        var lineOffset = line - 1
        var offset = 0
        var columns = Array(repeating: TablePiece.Column(), count: plan.features.count)
        var labels: [Int32] = []
        var unlabelled: [Int32] = []
        var firstUnlabelled: Int?
        var classes = WordNumbers()
        for part in parts {
            if let problem = part.problem {
                try Interruptible.check()
                throw FileError(
                    "\(path) line \(problem.line + lineOffset) \(problem.text)",
                    hint: problem.hint)
            }
            for (slot, column) in part.columns.enumerated() {
                columns[slot].add(column, records: offset, lines: lineOffset)
            }
            let numbers = part.classes.map { classes.number(of: $0) }
            labels += part.labels.map { $0 < 0 ? -1 : numbers[Int($0)] }
            unlabelled += part.unlabelled.map { $0 + Int32(offset) }
            if firstUnlabelled == nil {
                firstUnlabelled = part.firstUnlabelled.map { $0 + lineOffset }
            }
            offset += part.records
            lineOffset += part.lines
        }
        count = offset
        (self.columns, self.labels, self.classes) = (columns, labels, classes.words)
        (self.unlabelled, self.firstUnlabelled) = (unlabelled, firstUnlabelled)
        try MemoryBudget.requestForFile(
            count * plan.features.count * MemoryLayout<Float>.stride, for: "the table in \(path)")
        if parts.count == 1 {
            numbers = parts[0].numbers
        } else {
            numbers = []
            numbers.reserveCapacity(count * plan.features.count)
            for part in parts {
                try Interruptible.check()
                numbers += part.numbers
            }
        }
    }

    /// Ranges that begin behind a newline. A text with quotes is one: a newline may be quoted in it.
    private static func cut(_ bytes: ByteStorage, from start: Int) -> [Range<Int>] {
        bytes.withSpan { bytes in
            for place in start..<bytes.count where bytes[place] == UInt8(ascii: "\"") {
                return [start..<bytes.count]
            }
            var pieces: [Range<Int>] = []
            var begin = start
            while begin < bytes.count {
                var end = min(bytes.count, begin + pieceSize)
                while end < bytes.count, bytes[end - 1] != UInt8(ascii: "\n") { end += 1 }
                pieces.append(begin..<end)
                begin = end
            }
            return pieces
        }
    }

    private static func read(
        _ bytes: ByteStorage, _ path: String, _ pieces: [Range<Int>], _ plan: TablePlan,
        _ report: @escaping @Sendable (ReadingProgress) -> Void
    ) throws(FileError) -> [TablePiece] {
        let results = Guarded([TablePiece?](repeating: nil, count: pieces.count))
        let budget = Guarded(GrowingBudget(for: "the table in \(path)"))
        let shortage = Guarded<FileError?>(nil)
        Parallel.forEach(pieces.count) { index in
            if shortage.with({ $0 != nil }) { return }
            let piece = bytes.withSpan { TablePiece($0, pieces[index], plan) }
            let (size, done) = results.with { results in
                results[index] = piece
                return (
                    results.reduce(0) { $0 + 4 * ($1?.numbers.count ?? 0) },
                    results.count { $0 != nil }
                )
            }
            report(.megabytes(done * pieceSize, of: pieces.count * pieceSize))
            let problem = budget.with { budget -> FileError? in
                do throws(FileError) {
                    try budget.growForFile(to: size)
                    return nil
                } catch {
                    return error
                }
            }
            if let problem { shortage.with { $0 = problem } }
        }
        if let problem = shortage.with({ $0 }) { throw problem }
        try Interruptible.check()
        return results.with { $0.compactMap(\.self) }
    }

    /// The words of a column, each with a number, and which number each record has; -1 where its cell is
    /// missing. More than `limit` different words end the reading.
    func words(ofSlot slot: Int, limit: Int) throws(FileError) -> (words: [String], codes: [Int32])
    {
        let column = plan.features[slot]
        let records = count
        let result = bytes.withSpan { text -> ([String], [Int32]) in
            var numbers = WordNumbers()
            var codes: [Int32] = []
            codes.reserveCapacity(records)
            var scanner = TableScanner(
                separator: plan.separator, place: pieces.first?.lowerBound ?? text.count)
            while (try? scanner.next(text, before: text.count)) == true {
                let word = scanner.cells[column].text(in: text)
                codes.append(TablePiece.isMissing(word) ? -1 : numbers.number(of: word))
                if numbers.words.count > limit || codes.count % 1024 == 0 && Parallel.isAbandoned {
                    break
                }
            }
            return (numbers.words, codes)
        }
        try Interruptible.check()
        return (result.0, result.1)
    }
}

extension TablePiece.Column {
    /// Adds what was met further below.
    fileprivate mutating func add(_ other: Self, records: Int, lines: Int) {
        missing += other.missing.map { $0 + Int32(records) }
        words += other.words
        if firstWord == nil { firstWord = other.firstWord.map { ($0.text, $0.line + lines) } }
        if firstMissing == nil {
            firstMissing = other.firstMissing.map { ($0.text, $0.line + lines) }
        }
    }
}

/// Numbers of different words, in the order in which they come.
struct WordNumbers {
    private(set) var words: [String] = []
    private var numbers: [String: Int32] = [:]

    mutating func number(of word: String) -> Int32 {
        if let number = numbers[word] { return number }
        let number = Int32(words.count)
        numbers[word] = number
        words.append(word)
        return number
    }
}
