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

    func addSparseGradient(
        _ rows: SparseRows, slopes: Span<Float>, classes: Int, _ wanted: Range<Int>,
        into gradient: DisjointWrites<Float>
    ) {
        let stride = Self.stride(rows.dimension)
        precondition(slopes.count >= count * classes, "slopes of the block's rows")
        let numbers = numbers
        for r in 0..<count {
            let entries = rows.entries(ofRow: numbers[r], columns: wanted)
            for c in 0..<classes where slopes[r * classes + c] != 0 {
                let place = c * stride..<c * stride + rows.dimension
                rows.add(entries, times: slopes[r * classes + c], to: gradient, place)
            }
        }
    }
}

extension SparseRows {
    /// sums[d] += factor·x[d] at the places of sums.
    ///
    /// Columns of sparse rows are below D, so the sums need no check for each entry.
    fileprivate func add(
        _ entries: Range<Int>, times factor: Float, to sums: DisjointWrites<Float>,
        _ place: Range<Int>
    ) {
        precondition(place.count >= dimension, "a sum for each column")
        sums.withSlice(place) { sums in
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
}
