/// Sparse rows of a block, which no kernel takes by pointer.
extension RowBlock {
    func sparseScores(
        _ rows: SparseRows, _ range: Range<Int>, weights: FoldedWeights, bias: Span<Float>,
        into scores: inout MutableSpan<Float>
    ) {
        weights.elements.withSpan {
            addScores(rows, range, weights: $0, bias: bias, into: &scores)
        }
    }

    private func addScores(
        _ rows: SparseRows, _ range: Range<Int>, weights: Span<Float>, bias: Span<Float>,
        into scores: inout MutableSpan<Float>
    ) {
        let classes = bias.count
        let numbers = numbers
        var row = [Float](repeating: 0, count: classes)
        for (place, r) in range.enumerated() {
            for c in 0..<classes { row[c] = bias[c] }
            var span = row.mutableSpan
            rows.addScores(ofRow: numbers[r], weights: weights, to: &span)
            for c in 0..<classes { scores[place * classes + c] = row[c] }
        }
    }

    func addSparseGradient(
        _ rows: SparseRows, slopes: Span<Float>, classes: Int, _ wanted: Range<Int>,
        into gradient: DisjointWrites<Float>
    ) {
        let stride = Self.stride(rows.dimension)
        let columns = rows.columns.span
        let values = rows.values.span
        let numbers = numbers
        for r in 0..<count {
            let entries = rows.entries(ofRow: numbers[r], columns: wanted)
            for c in 0..<classes where slopes[r * classes + c] != 0 {
                let slope = slopes[r * classes + c]
                for entry in entries {
                    gradient[c * stride + Int(columns[entry])] += slope * values[entry]
                }
            }
        }
    }
}
