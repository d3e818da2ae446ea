import Numeric

/// What the pieces of a table have together, added in order.
struct TableUnion {
    private let plan: TablePlan
    private(set) var records = 0
    /// How many lines are above the next piece.
    private(set) var lines: Int
    private(set) var columns: [TablePiece.Column]
    private(set) var labels: [Int32] = []
    private(set) var classes = WordNumbers()
    /// The words of each column of words but those that stand for no value.
    private(set) var words: [WordNumbers]
    private(set) var unlabelled: [Int32] = []
    private(set) var firstUnlabelled: Int?
    /// The records of each piece, and the code that each of its words has in all.
    private var numbers: [(records: Range<Int>, codes: [[Int32]])] = []

    /// `line` is the first line below the header.
    init(_ plan: TablePlan, line: Int) {
        self.plan = plan
        lines = line - 1
        columns = Array(repeating: TablePiece.Column(), count: plan.features.count)
        words = Array(repeating: WordNumbers(), count: plan.wordSlots.count)
    }

    mutating func add(_ part: TablePiece) {
        for (slot, column) in part.columns.enumerated() {
            columns[slot].add(column, records: records, lines: lines)
        }
        let places = part.classes.map { $0.isEmpty ? -1 : classes.number(of: $0) }
        labels += part.labels.map { $0 < 0 ? -1 : places[Int($0)] }
        unlabelled += part.unlabelled.map { $0 + Int32(records) }
        if firstUnlabelled == nil { firstUnlabelled = part.firstUnlabelled.map { $0 + lines } }
        var codes: [[Int32]] = []
        for (place, found) in part.words.enumerated() {
            codes.append(
                found.map { CellMeaning.isMissing($0) ? -1 : words[place].number(of: $0) })
        }
        numbers.append((records..<records + part.records, codes))
        records += part.records
        lines += part.lines
    }

    /// Puts the codes of all in place of each piece's own.
    func number(_ codes: AlignedBuffer<Int32>) {
        let width = plan.wordSlots.count
        guard width > 0 else { return }
        let (writes, numbers) = (codes.writes, numbers)
        Parallel.forEach(numbers.count) { index in
            let (records, places) = numbers[index]
            writes.withSlice(records.lowerBound * width..<records.upperBound * width) { codes in
                for place in places.indices {
                    for cell in stride(from: place, to: codes.count, by: width)
                    where codes[cell] >= 0 {
                        codes[cell] = places[place][Int(codes[cell])]
                    }
                }
            }
        }
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
