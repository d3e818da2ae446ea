import Numeric

/// Where the records of a piece have their numbers and the codes of their words.
struct TableCells: Sendable {
    /// How many records there is room for.
    let records: Int
    private let numbers: DisjointWrites<Float>
    private let codes: DisjointWrites<Int32>
    private let numberRange: Range<Int>
    private let codeRange: Range<Int>

    init(
        _ records: Range<Int>, _ plan: TablePlan, _ numbers: AlignedBuffer<Float>,
        _ codes: AlignedBuffer<Int32>
    ) {
        self.records = records.count
        (self.numbers, self.codes) = (numbers.writes, codes.writes)
        numberRange = Self.places(records, plan.numberSlots.count)
        codeRange = Self.places(records, plan.wordSlots.count)
    }

    private static func places(_ records: Range<Int>, _ width: Int) -> Range<Int> {
        records.lowerBound * width..<records.upperBound * width
    }

    func write(_ body: (inout MutableSpan<Float>, inout MutableSpan<Int32>) -> Void) {
        numbers.withSlice(numberRange) { numbers in
            codes.withSlice(codeRange) { codes in body(&numbers, &codes) }
        }
    }
}
