/// Sparse rows of a block.
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

    /// gradient += slopesᵀ·x for some columns of sparse rows, which other threads leave alone; the gradient lies
    /// feature after feature, D×C.
    package func accumulateSparseGradient(
        slopes: Span<Float>, classes: Int, columns: Range<Int>, into gradient: DisjointWrites<Float>
    ) {
        guard case .sparse(let rows) = features else { return }
        precondition(slopes.count >= count * classes, "slopes of the block's rows")
        let numbers = numbers
        gradient.withSlice(0..<rows.dimension * classes) { sums in
            for r in 0..<count {
                let own = slopes.extracting(r * classes..<(r + 1) * classes)
                guard own.hasOthersThanZero else { continue }
                rows.descend(
                    along: rows.entries(ofRow: numbers[r], columns: columns), slopes: own,
                    factor: 1, weights: &sums)
            }
        }
    }

    private func addSparseGradient(
        _ rows: SparseRows, slopes: Span<Float>, ofClass c: Int, classes: Int, _ wanted: Range<Int>,
        into gradient: DisjointWrites<Float>
    ) {
        let stride = Self.stride(rows.dimension)
        precondition(slopes.count >= count * classes, "slopes of the block's rows")
        let numbers = numbers
        gradient.withSlice(c * stride..<c * stride + rows.dimension) { sums in
            for r in 0..<count where slopes[r * classes + c] != 0 {
                rows.add(
                    rows.entries(ofRow: numbers[r], columns: wanted),
                    times: slopes[r * classes + c], to: &sums)
            }
        }
    }
}

extension Span<Float> {
    fileprivate var hasOthersThanZero: Bool {
        for i in 0..<count where self[i] != 0 { return true }
        return false
    }
}

extension SparseRows {
    /// sums[d] += factor·x[d].
    ///
    /// Columns of sparse rows are below D, so the sums need no check for each entry.
    fileprivate func add(
        _ entries: Range<Int>, times factor: Float, to sums: inout MutableSpan<Float>
    ) {
        precondition(sums.count >= dimension, "a sum for each column")
        unsafe sums.withUnsafeMutableBufferPointer { sums in
            unsafe columns.withUnsafeBufferPointer { columns in
                unsafe values.withUnsafeBufferPointer { values in
                    guard let sums = sums.baseAddress, let columns = columns.baseAddress,
                        let values = values.baseAddress
                    else { return }
                    for entry in entries {
                        unsafe sums[Int(columns[entry])] += factor * values[entry]
                    }
                }
            }
        }
    }
}
