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
