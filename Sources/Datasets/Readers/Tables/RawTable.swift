import Files
import Numeric
import Platform

/// A table as its text has it: numbers, words and missing values by column, and a column of classes.
struct RawTable {
    let plan: TablePlan
    let path: String
    let count: Int
    /// N×K numbers of the K columns of numbers; 0 where a cell is missing or a word.
    let numbers: AlignedBuffer<Float>
    /// N×W codes of the W columns of words; -1 where a cell is missing.
    let codes: AlignedBuffer<Int32>
    /// The words of each of these columns, by their codes.
    let words: [[String]]
    /// What was met in each column of features.
    let columns: [TablePiece.Column]
    /// The place of each record's class in `classes`, -1 where it has none; empty where no column has
    /// classes.
    let labels: [Int32]
    let classes: [String]
    /// The line of the first record without a class, and all such records.
    let firstUnlabelled: Int?
    let unlabelled: [Int32]

    /// `report` receives how far the reading is, from any thread.
    ///
    /// - Throws: what is wrong with the first bad line.
    init(
        _ file: TableFile, plan: TablePlan,
        report: @escaping @Sendable (ReadingProgress) -> Void = { _ in }
    ) throws(FileError) {
        (path, self.plan) = (file.path, plan)
        let pieces = try TablePieces(file.bytes, from: file.start, columns: plan.names.count)
        let (numberCount, wordCount) = (plan.numberSlots.count, plan.wordSlots.count)
        let width = numberCount + wordCount + (plan.label == nil ? 0 : 1)
        try MemoryBudget.requestForFile(
            pieces.records * width * MemoryLayout<Float>.stride,
            for: "the table in \(file.path)")
        numbers = AlignedBuffer(unwritten: pieces.records * numberCount)
        codes = AlignedBuffer(unwritten: pieces.records * wordCount)
        let reading = TableReading(file, plan, pieces, numbers, codes, report)
        let parts = try reading.parts()
        var union = TableUnion(plan, line: file.line)
        for (piece, part) in parts {
            if let problem = part.problem {
                try Interruptible.check()
                throw FileError(
                    "\(path) line \(problem.line + union.lines) \(problem.text)",
                    hint: problem.hint)
            }
            numbers.move(
                from: piece.records.lowerBound * numberCount, to: union.records * numberCount,
                count: part.records * numberCount)
            codes.move(
                from: piece.records.lowerBound * wordCount, to: union.records * wordCount,
                count: part.records * wordCount)
            union.add(part)
        }
        count = union.records
        union.number(codes)
        try Interruptible.check()
        (columns, labels, classes) = (union.columns, union.labels, union.classes.words)
        words = union.words.map(\.words)
        (unlabelled, firstUnlabelled) = (union.unlabelled, union.firstUnlabelled)
    }

    /// The columns that were read as numbers, and whose cells are words for the most part.
    var lateWords: Set<Int> {
        Set(
            plan.numberSlots.filter { slot in
                columns[slot].words * 2 > count - columns[slot].missing.count
            })
    }

    /// The words of a column of features; nil where its cells were read as numbers.
    func words(ofSlot slot: Int) -> [String]? {
        plan.wordSlots.firstIndex(of: slot).map { words[$0] }
    }
}
