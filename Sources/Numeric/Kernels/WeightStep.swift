internal import CKernels

/// How one step moves a weight: v ← μv − rate·g, w ← w + v (or Nesterov's look-ahead form of it),
/// where g includes 2·quadratic-λ·w and the sub-gradient of absolute·|w|; then w shrinks towards
/// zero by `shrinkage` and no further, the proximal step of |w|.
package struct WeightStep: Sendable {
    package var rate: Float
    package var momentum: Float
    package var isNesterov: Bool
    /// 2λ times the penalty's quadratic part.
    package var quadratic: Float
    /// λ times the penalty's absolute part, where its sub-gradient is followed.
    package var absolute: Float
    package var shrinkage: Float

    package init(
        rate: Float, momentum: Float, isNesterov: Bool, quadratic: Float, absolute: Float,
        shrinkage: Float
    ) {
        self.rate = rate
        self.momentum = momentum
        self.isNesterov = isNesterov
        self.quadratic = quadratic
        self.absolute = absolute
        self.shrinkage = shrinkage
    }

    private var step: lc_step {
        lc_step(
            rate: rate, momentum: momentum, quadratic: quadratic, absolute: absolute,
            shrinkage: shrinkage, nesterov: isNesterov ? 1 : 0)
    }

    /// Moves weights and their velocity, which may be empty without momentum.
    package func apply(
        _ gradient: Span<Float>, to weights: inout MutableSpan<Float>,
        velocity: inout MutableSpan<Float>
    ) {
        precondition(gradient.count == weights.count)
        precondition(velocity.count == weights.count || (momentum == 0 && velocity.isEmpty))
        var step = step
        unsafe gradient.withUnsafeBufferPointer { gradient in
            unsafe weights.withUnsafeMutableBufferPointer { weights in
                unsafe velocity.withUnsafeMutableBufferPointer { velocity in
                    unsafe CPU.selected.kernels.pointee.descend(
                        &step, gradient.baseAddress, gradient.count, weights.baseAddress,
                        velocity.isEmpty ? nil : velocity.baseAddress)
                }
            }
        }
    }

    /// Moves the weights of some columns and their velocity, which may be empty without momentum, along
    /// the gradient that their sums make, and folds them. The bits are those of the three steps.
    package func apply(
        _ row: FoldedRow, to weights: inout MutableSpan<Float>,
        velocity: inout MutableSpan<Float>
    ) {
        precondition(weights.count == row.columns.count)
        precondition(velocity.count == weights.count || (momentum == 0 && velocity.isEmpty))
        var step = step
        let kernels = unsafe row.cpu.kernels
        unsafe weights.withUnsafeMutableBufferPointer { weights in
            unsafe velocity.withUnsafeMutableBufferPointer { velocity in
                unsafe row.withPointers { row, count in
                    unsafe kernels.pointee.descend_folded(
                        &step, row, count, weights.baseAddress,
                        velocity.isEmpty ? nil : velocity.baseAddress)
                }
            }
        }
    }
}
