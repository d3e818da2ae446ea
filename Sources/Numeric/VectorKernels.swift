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

    /// Moves some weights and their velocity, which may be empty without momentum.
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

    /// Moves weights and their velocity, all arrays of one length.
    package func apply(_ gradient: [Float], to weights: inout [Float], velocity: inout [Float]) {
        precondition(gradient.count == weights.count && velocity.count == weights.count)
        let step = step
        unsafe weights.withUnsafeMutableBufferPointer { weights in
            unsafe velocity.withUnsafeMutableBufferPointer { velocity in
                let weights = unsafe DisjointWrites(weights)
                let velocity = unsafe DisjointWrites(velocity)
                unsafe inPieces(gradient) { gradient, from in
                    var step = step
                    unsafe CPU.selected.kernels.pointee.descend(
                        &step, gradient.baseAddress, gradient.count, weights.pointer(at: from),
                        velocity.pointer(at: from))
                }
            }
        }
    }
}

/// Calls `body` with pieces of an array, each with its place, on several threads at a time.
private func inPieces(
    _ array: [Float], _ body: @escaping @Sendable (UnsafeBufferPointer<Float>, Int) -> Void
) {
    let size = 4096
    Parallel.forEach((array.count + size - 1) / size) { piece in
        let range = piece * size..<min(array.count, (piece + 1) * size)
        unsafe array.withUnsafeBufferPointer {
            unsafe body(UnsafeBufferPointer(rebasing: $0[range]), range.lowerBound)
        }
    }
}

/// How one step of Adam moves a weight (Kingma and Ba 2015): by its running mean of the slopes over
/// the root of that of their squares. L2's part is in the slope; |w| shrinks by the proximal step of
/// each weight's own length.
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

    /// Moves some weights and their running means.
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

    /// Moves weights and their running means, all arrays of one length.
    package func apply(
        _ gradient: [Float], to weights: inout [Float], mean: inout [Float], square: inout [Float]
    ) {
        precondition(
            gradient.count == weights.count && mean.count == weights.count
                && square.count == weights.count)
        let step = step
        unsafe weights.withUnsafeMutableBufferPointer { weights in
            unsafe mean.withUnsafeMutableBufferPointer { mean in
                unsafe square.withUnsafeMutableBufferPointer { square in
                    let weights = unsafe DisjointWrites(weights)
                    let mean = unsafe DisjointWrites(mean)
                    let square = unsafe DisjointWrites(square)
                    unsafe inPieces(gradient) { gradient, from in
                        var step = step
                        unsafe CPU.selected.kernels.pointee.adapt(
                            &step, gradient.baseAddress, gradient.count, weights.pointer(at: from),
                            mean.pointer(at: from), square.pointer(at: from))
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

/// Loops over one row of numbers.
package enum VectorKernels {
    /// (sums − shift·slope)·factor·share: a gradient by folded weights becomes one by the weights.
    package static func unfold(
        _ sums: Span<Float>, shift: Span<Float>, factor: Span<Float>, slope: Float, share: Float,
        into gradient: inout MutableSpan<Float>
    ) {
        let count = shift.count
        precondition(sums.count >= count && factor.count == count && gradient.count >= count)
        unsafe sums.withUnsafeBufferPointer { sums in
            unsafe shift.withUnsafeBufferPointer { shift in
                unsafe factor.withUnsafeBufferPointer { factor in
                    unsafe gradient.withUnsafeMutableBufferPointer { gradient in
                        unsafe CPU.selected.kernels.pointee.unfold(
                            sums.baseAddress, shift.baseAddress, factor.baseAddress, count, slope,
                            share,
                            gradient.baseAddress)
                    }
                }
            }
        }
    }

    /// The same, where the sums lie.
    package static func unfold(
        _ sums: inout MutableSpan<Float>, shift: Span<Float>, factor: Span<Float>, slope: Float,
        share: Float
    ) {
        let count = sums.count
        precondition(shift.count == count && factor.count == count)
        unsafe sums.withUnsafeMutableBufferPointer { sums in
            unsafe shift.withUnsafeBufferPointer { shift in
                unsafe factor.withUnsafeBufferPointer { factor in
                    unsafe CPU.selected.kernels.pointee.unfold(
                        sums.baseAddress, shift.baseAddress, factor.baseAddress, count, slope,
                        share, sums.baseAddress)
                }
            }
        }
    }

    /// Adds numbers to as many sums.
    package static func add(_ x: Span<Float>, to sums: inout MutableSpan<Float>) {
        precondition(x.count == sums.count)
        unsafe x.withUnsafeBufferPointer { x in
            unsafe sums.withUnsafeMutableBufferPointer { sums in
                for index in 0..<x.count { unsafe sums[index] += x[index] }
            }
        }
    }

    /// Σ e^(x − shift), in order; the shift is at least every x.
    package static func sumOfExponentials(_ x: Span<Float>, minus shift: Float) -> Double {
        unsafe x.withUnsafeBufferPointer { x in
            unsafe CPU.selected.kernels.pointee.exponentials(x.baseAddress, x.count, shift, nil)
        }
    }

    /// Each x becomes e^(x − shift); gives their sum.
    package static func exponentiate(_ x: inout MutableSpan<Float>, minus shift: Float) -> Double {
        unsafe x.withUnsafeMutableBufferPointer { x in
            unsafe CPU.selected.kernels.pointee.exponentials(
                x.baseAddress, x.count, shift, x.baseAddress)
        }
    }

    /// Σ max(0, m + up·x) − max(0, m + down·x), or of the squares.
    package static func hingeChange(
        _ margins: Span<Double>, _ x: Span<Double>, up: Double, down: Double, isSquared: Bool
    ) -> Double {
        precondition(margins.count == x.count)
        return unsafe margins.withUnsafeBufferPointer { margins in
            unsafe x.withUnsafeBufferPointer { x in
                unsafe CPU.selected.kernels.pointee.hinge_change(
                    margins.baseAddress, x.baseAddress, x.count, up, down, isSquared ? 1 : 0)
            }
        }
    }

    /// Σ log (1 + p(e^δ − 1)) − log (1 + p(e^−δ − 1)) for δ = h·x, each |δ| at most ¼.
    package static func softmaxChange(
        _ probabilities: Span<Double>, _ x: Span<Double>, h: Double
    ) -> Double {
        precondition(probabilities.count == x.count)
        return unsafe probabilities.withUnsafeBufferPointer { probabilities in
            unsafe x.withUnsafeBufferPointer { x in
                unsafe CPU.selected.kernels.pointee.softmax_change(
                    probabilities.baseAddress, x.baseAddress, x.count, h)
            }
        }
    }
}
