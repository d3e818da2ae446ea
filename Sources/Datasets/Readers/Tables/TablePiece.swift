import Files
import Numeric

/// What some of a table's records hold beside the numbers and words that are in ``TableCells``.
struct TablePiece: Sendable {
    /// What was met in a column of features.
    struct Column: Sendable {
        /// Which records have no value, from 0.
        var missing: [Int32] = []
        var words = 0
        /// The first cell that is a word, and its line.
        var firstWord: (text: String, line: Int)?
        var firstMissing: (text: String, line: Int)?
    }

    /// Why the records cannot be read on.
    struct Problem: Sendable {
        var line: Int
        /// After `line N`.
        var text: String
        var hint: String
    }

    var columns: [Column]
    /// The place of each record's class in `classes`; -1 where it has none.
    var labels: [Int32] = []
    var classes: [String] = []
    /// The different words of each column of words.
    var words: [[String]] = []
    /// The line of the first record without a class.
    var firstUnlabelled: Int?
    /// Which records have no class.
    var unlabelled: [Int32] = []
    var records = 0
    /// How many lines the piece has.
    var lines = 0
    /// Where the first record begins that was not read.
    var end: Int
    /// Whether there are more records than the range has lines, so that it begins within quotes.
    var isFull = false
    var problem: Problem?

    /// Reads the records that begin in a range of the bytes, at most as many as `cells` has.
    init(_ bytes: Span<UInt8>, _ range: Range<Int>, _ plan: TablePlan, _ cells: TableCells) {
        columns = Array(repeating: Column(), count: plan.features.count)
        end = range.lowerBound
        var reader = TablePieceReader(plan, from: range.lowerBound)
        cells.write { numbers, codes in
            reader.read(
                bytes, before: range.upperBound, into: &self, &numbers, &codes, cells.records)
        }
        words = reader.words
        classes = reader.classes
    }
}
