internal import CKernels

/// C×D weights times a factor for each feature, in the order that scores are made in: the
/// kernels' own order for dense rows, feature after feature for sparse rows.
package struct FoldedWeights: Sendable {
    package let classes: Int
    package let dimension: Int
    /// The instruction set whose kernels use this order.
    let cpu: CPU
    let elements: AlignedBuffer<Float>
    /// C zeros, which stand for no bias.
    let zeros: AlignedBuffer<Float>

    /// All zero, to be filled by `fold`.
    package init(classes: Int, dimension: Int) {
        self.classes = classes
        self.dimension = dimension
        cpu = CPU.selected
        elements = AlignedBuffer(repeating: 0, count: classes * RowBlock.stride(dimension))
        zeros = AlignedBuffer(repeating: 0, count: classes)
    }

    private static let pieceColumns = 512

    /// Becomes W[c, d]·factor[d], in the order for sparse rows or for dense ones.
    package func fold(_ W: Matrix, factor: [Float], isSparse: Bool) {
        precondition(W.rows == classes && W.columns == dimension && factor.count == dimension)
        guard !isSparse else { return foldForSparseRows(W.elements.span, factor.span) }
        Parallel.forEach((dimension + Self.pieceColumns - 1) / Self.pieceColumns) { piece in
            let from = piece * Self.pieceColumns
            fold(
                W.elements.span, factor: factor,
                columns: from..<min(dimension, from + Self.pieceColumns))
        }
    }

    /// The given columns become those of W times the factors, in the order for dense rows; the
    /// first column is a multiple of 16.
    private func fold(_ W: Span<Float>, factor: [Float], columns: Range<Int>) {
        for c in 0..<classes {
            let begin = c * dimension
            fold(
                W.extracting(begin + columns.lowerBound..<begin + columns.upperBound),
                factor: factor.span.extracting(columns), ofClass: c, columns: columns)
        }
    }

    /// The given columns of a class become its weights by these columns times the factors, in the
    /// order for dense rows; the first column is a multiple of 16. Several threads may do so at a
    /// time, each with its own columns.
    package func fold(
        _ weights: Span<Float>, factor: Span<Float>, ofClass c: Int, columns: Range<Int>
    ) {
        precondition(weights.count == columns.count && factor.count == columns.count)
        precondition(columns.lowerBound % 16 == 0 && columns.upperBound <= dimension)
        precondition(c >= 0 && c < classes)
        unsafe weights.withUnsafeBufferPointer { weights in
            unsafe factor.withUnsafeBufferPointer { factor in
                unsafe cpu.kernels.pointee.fold_weights(
                    weights.baseAddress, factor.baseAddress, c, classes, dimension,
                    columns.lowerBound, columns.upperBound, elements.pointer)
            }
        }
    }

    private func foldForSparseRows(_ W: Span<Float>, _ factor: Span<Float>) {
        elements.withMutableSpan { elements in
            for d in 0..<dimension {
                for c in 0..<classes {
                    elements[d * classes + c] = W[c * dimension + d] * factor[d]
                }
            }
        }
    }
}
