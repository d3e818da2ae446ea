/// Rows that keep only their numbers other than zero, in compressed-sparse-row layout.
package struct SparseRows: Sendable {
    package let dimension: Int
    /// Where each row begins in `columns` and `values`, and after that where the last row ends.
    private let starts: [Int]
    /// Ascending within a row, each in 0..<dimension.
    package let columns: [Int32]
    package let values: [Float]

    /// - Precondition: starts ascend from 0 to the number of values; columns ascend within a row
    ///   and lie below the dimension.
    package init(dimension: Int, starts: [Int], columns: [Int32], values: [Float]) {
        precondition(starts.first == 0 && starts.last == values.count)
        precondition(columns.count == values.count)
        self.dimension = dimension
        self.starts = starts
        self.columns = columns
        self.values = values
    }

    package var count: Int { starts.count - 1 }

    /// The number of numbers that are kept.
    package var stored: Int { values.count }

    package func entries(ofRow index: Int) -> Range<Int> { starts[index]..<starts[index + 1] }

    /// The entries of a row whose columns lie in a range.
    func entries(ofRow index: Int, columns wanted: Range<Int>) -> Range<Int> {
        let all = entries(ofRow: index)
        let begin =
            wanted.lowerBound <= 0 ? all.lowerBound : first(from: wanted.lowerBound, in: all)
        let rest = begin..<all.upperBound
        return
            begin..<(wanted.upperBound >= dimension
            ? all.upperBound : first(from: wanted.upperBound, in: rest))
    }

    /// The first entry in `range` whose column is at least `column`.
    private func first(from column: Int, in range: Range<Int>) -> Int {
        let columns = columns.span.extracting(range)
        // Without branches, because no processor can guess where a column lies.
        var (low, count) = (0, columns.count)
        while count > 1 {
            let half = count / 2
            low += Int(columns[low + half - 1]) < column ? half : 0
            count -= half
        }
        if count == 1, Int(columns[low]) < column { low += 1 }
        return range.lowerBound + low
    }

    func values(ofRow index: Int, columns wanted: Range<Int>) -> [Float] {
        var dense = [Float](repeating: 0, count: wanted.count)
        for entry in entries(ofRow: index, columns: wanted) {
            dense[Int(columns[entry]) - wanted.lowerBound] = values[entry]
        }
        return dense
    }
}
