internal import CKernels

/// How one step of Adam moves a weight (Kingma and Ba 2015): by the running mean of its slopes,
/// divided by the root of the running mean of their squares. The slope includes L2's part; |w|
/// shrinks by a proximal step that is as long as the weight's own step.
package struct AdamStep: Sendable {
    package var rate: Float
    /// β₁ and β₂.
    package var keptMean: Float
    package var keptSquare: Float
    package var epsilon: Float
    /// As in `WeightStep`; `shrinkage` is λ times the penalty's absolute part.
    package var quadratic: Float
    package var absolute: Float
    package var shrinkage: Float
    /// Which step this is, from 1: the means begin at 0, and their bias is undone.
    package var number: Int

    package init(
        rate: Float, keptMean: Float = 0.9, keptSquare: Float = 0.999, epsilon: Float = 1e-8,
        quadratic: Float, absolute: Float, shrinkage: Float, number: Int
    ) {
        self.rate = rate
        self.keptMean = keptMean
        self.keptSquare = keptSquare
        self.epsilon = epsilon
        self.quadratic = quadratic
        self.absolute = absolute
        self.shrinkage = shrinkage
        self.number = number
    }

    private var step: lc_adam_step {
        lc_adam_step(
            rate: rate / Float(1 - power(keptMean)), keep_mean: keptMean, keep_square: keptSquare,
            root: Float((1 / (1 - power(keptSquare))).squareRoot()), epsilon: epsilon,
            quadratic: quadratic, absolute: absolute, shrinkage: shrinkage)
    }

    /// Moves weights and their running means.
    package func apply(
        _ gradient: Span<Float>, to weights: inout MutableSpan<Float>,
        mean: inout MutableSpan<Float>, square: inout MutableSpan<Float>
    ) {
        precondition(
            gradient.count == weights.count && mean.count == weights.count
                && square.count == weights.count)
        var step = step
        unsafe gradient.withUnsafeBufferPointer { gradient in
            unsafe weights.withUnsafeMutableBufferPointer { weights in
                unsafe mean.withUnsafeMutableBufferPointer { mean in
                    unsafe square.withUnsafeMutableBufferPointer { square in
                        unsafe CPU.selected.kernels.pointee.adapt(
                            &step, gradient.baseAddress, gradient.count, weights.baseAddress,
                            mean.baseAddress, square.baseAddress)
                    }
                }
            }
        }
    }

    /// β^number by squaring, the same bits everywhere.
    private func power(_ base: Float) -> Double {
        var result = 1.0
        var square = Double(base)
        var rest = number
        while rest > 0 {
            if rest % 2 == 1 { result *= square }
            square *= square
            rest /= 2
        }
        return result
    }
}
