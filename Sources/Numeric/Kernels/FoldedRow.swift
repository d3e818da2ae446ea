internal import CKernels

/// Columns of a class's weights that move: the sums that their gradient is made of, and where they lie as
/// folded weights.
package struct FoldedRow {
    /// Σ slope·(x − offset) of the columns; `unfold` makes the gradient of them.
    private let sums: GradientPlace
    /// μ − offset and 1/σ of each feature.
    private let shift: [Float]
    private let factor: [Float]
    /// Σ slope of the class, and what each example counts.
    private let slope: Float
    private let share: Float
    private let weights: FoldedWeights
    /// The instruction set whose order the weights have.
    var cpu: CPU { weights.cpu }
    private let classNumber: Int
    package let columns: Range<Int>

    /// - Precondition: the columns begin at a multiple of 16, and are some of the weights'.
    package init(
        ofClass c: Int, columns: Range<Int>, sums: GradientPlace, shift: [Float], factor: [Float],
        slope: Float, share: Float, weights: FoldedWeights
    ) {
        precondition(columns.lowerBound % 16 == 0 && columns.upperBound <= weights.dimension)
        precondition(shift.count == weights.dimension && factor.count == weights.dimension)
        precondition(c >= 0 && c < weights.classes)
        (self.sums, self.shift, self.factor) = (sums, shift, factor)
        (self.slope, self.share, self.weights) = (slope, share, weights)
        (classNumber, self.columns) = (c, columns)
    }

    /// Calls `body` with the gradient, which takes the place of the sums.
    package func unfold(_ body: (Span<Float>) -> Void) {
        sums.withRow(ofClass: classNumber, count: columns.count) { gradient in
            VectorKernels.unfold(
                &gradient, shift: shift.span.extracting(columns),
                factor: factor.span.extracting(columns), slope: slope, share: share)
            body(gradient.span)
        }
    }

    /// Puts the weights of these columns in the scores' order.
    package func fold(_ moved: Span<Float>) {
        weights.fold(
            moved, factor: factor.span.extracting(columns), ofClass: classNumber, columns: columns)
    }

    /// Calls `body` with what kernels read of it, and the number of columns.
    @unsafe
    func withPointers(_ body: (UnsafePointer<lc_folded_row>, Int) -> Void) {
        sums.withRow(ofClass: classNumber, count: columns.count) { sums in
            unsafe sums.withUnsafeMutableBufferPointer { sums in
                unsafe shift.withUnsafeBufferPointer { shift in
                    unsafe factor.withUnsafeBufferPointer { factor in
                        let first = columns.lowerBound
                        let row = unsafe lc_folded_row(
                            sums: sums.baseAddress,
                            shift: shift.baseAddress.map { unsafe $0 + first },
                            factor: factor.baseAddress.map { unsafe $0 + first }, slope: slope,
                            share: share, class_number: classNumber, classes: weights.classes,
                            dimension: weights.dimension, from: first,
                            folded: weights.elements.pointer)
                        unsafe withUnsafePointer(to: row) { unsafe body($0, columns.count) }
                    }
                }
            }
        }
    }
}
