internal import CKernels

/// Loops over the entries of one sparse row, by weights that lie feature after feature, D×C.
///
/// Columns of sparse rows are below D, so the weights need no check for each entry.
extension SparseRows {
    /// scores[c] += Σ x[d]·W[d, c].
    package func addScores(
        ofRow index: Int, weights: Span<Float>, to scores: inout MutableSpan<Float>
    ) {
        let classes = scores.count
        precondition(weights.count >= dimension * classes)
        let entries = entries(ofRow: index)
        unsafe columns.span.extracting(entries).withUnsafeBufferPointer { columns in
            unsafe values.span.extracting(entries).withUnsafeBufferPointer { values in
                unsafe weights.withUnsafeBufferPointer { weights in
                    unsafe scores.withUnsafeMutableBufferPointer { scores in
                        unsafe CPU.selected.kernels.pointee.sparse_scores(
                            columns.baseAddress, values.baseAddress, columns.count,
                            weights.baseAddress, classes, scores.baseAddress)
                    }
                }
            }
        }
    }

    /// The same in double precision.
    package func addScores(
        ofRow index: Int, weights: Span<Double>, to scores: inout MutableSpan<Double>
    ) {
        let classes = scores.count
        precondition(weights.count >= dimension * classes)
        let entries = entries(ofRow: index)
        unsafe columns.span.extracting(entries).withUnsafeBufferPointer { columns in
            unsafe values.span.extracting(entries).withUnsafeBufferPointer { values in
                unsafe weights.withUnsafeBufferPointer { weights in
                    unsafe scores.withUnsafeMutableBufferPointer { scores in
                        unsafe CPU.selected.kernels.pointee.sparse_scores_double(
                            columns.baseAddress, values.baseAddress, columns.count,
                            weights.baseAddress, classes, scores.baseAddress)
                    }
                }
            }
        }
    }

    /// W[d, c] += factor·x[d]·slopes[c].
    package func descend(
        alongRow index: Int, slopes: Span<Float>, factor: Float,
        weights: inout MutableSpan<Float>
    ) {
        descend(along: entries(ofRow: index), slopes: slopes, factor: factor, weights: &weights)
    }

    /// The same for entries that are in a row.
    func descend(
        along entries: Range<Int>, slopes: Span<Float>, factor: Float,
        weights: inout MutableSpan<Float>
    ) {
        let classes = slopes.count
        precondition(weights.count >= dimension * classes)
        unsafe columns.span.extracting(entries).withUnsafeBufferPointer { columns in
            unsafe values.span.extracting(entries).withUnsafeBufferPointer { values in
                unsafe slopes.withUnsafeBufferPointer { slopes in
                    unsafe weights.withUnsafeMutableBufferPointer { weights in
                        unsafe CPU.selected.kernels.pointee.sparse_descend(
                            columns.baseAddress, values.baseAddress, columns.count, factor,
                            slopes.baseAddress, classes, weights.baseAddress)
                    }
                }
            }
        }
    }
}
