internal import CKernels

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

    /// The same; the gradient takes the place of the sums.
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

    /// Adds each number to the sum at its place.
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

    /// Σ max(0, v + up·x) − max(0, v + down·x), or of the squares.
    package static func rampChange(
        _ values: Span<Double>, _ x: Span<Double>, up: Double, down: Double, isSquared: Bool
    ) -> Double {
        precondition(values.count == x.count)
        return unsafe values.withUnsafeBufferPointer { values in
            unsafe x.withUnsafeBufferPointer { x in
                unsafe CPU.selected.kernels.pointee.ramp_change(
                    values.baseAddress, x.baseAddress, x.count, up, down, isSquared ? 1 : 0)
            }
        }
    }

    /// Σ log (1 + p(e^δ − 1)) − log (1 + p(e^−δ − 1)) for δ = h·x, each |δ| at most ¼: how a
    /// log-sum-exp changes with the number whose share in the sum is p.
    package static func logSumExpChange(
        _ shares: Span<Double>, _ x: Span<Double>, h: Double
    ) -> Double {
        precondition(shares.count == x.count)
        return unsafe shares.withUnsafeBufferPointer { shares in
            unsafe x.withUnsafeBufferPointer { x in
                unsafe CPU.selected.kernels.pointee.log_sum_exp_change(
                    shares.baseAddress, x.baseAddress, x.count, h)
            }
        }
    }
}
