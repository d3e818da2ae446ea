import Numeric

/// The softmax loss, whose curvature is diag(p) − ppᵀ.
struct SoftmaxCurvature: CurvedLoss {
    func differentiate(
        _ scores: Span<Float>, label: Int, into slopes: inout MutableSpan<Float>
    ) -> (loss: Double, dual: Double) {
        var largest = scores[0]
        for j in 0..<scores.count {
            largest = max(largest, scores[j])
            slopes[j] = scores[j]
        }
        let sum = VectorKernels.exponentiate(&slopes, minus: largest)
        let share = Float(1 / sum)
        let logarithm = Elementary.log(sum)
        // −L* is the entropy of p: log Σ e^{s − m} − Σ p·(s − m).
        var mean = 0.0
        for j in 0..<scores.count {
            slopes[j] *= share
            mean += Double(slopes[j]) * Double(scores[j] - largest)
        }
        slopes[label] -= 1
        return (logarithm - Double(scores[label] - largest), max(0, logarithm - mean))
    }

    func bend(_ u: inout MutableSpan<Float>, slopes: Span<Float>, label: Int) {
        var mean: Float = 0
        for j in 0..<u.count { mean += (slopes[j] + (j == label ? 1 : 0)) * u[j] }
        for j in 0..<u.count { u[j] = (slopes[j] + (j == label ? 1 : 0)) * (u[j] - mean) }
    }

    func majorize(_ diagonal: inout MutableSpan<Float>, slopes: Span<Float>, label: Int) {
        // diag(p) − ppᵀ ≼ min(diag(p), ½).
        for j in 0..<diagonal.count {
            diagonal[j] = min(max(slopes[j] + (j == label ? 1 : 0), 0), 0.5)
        }
    }

    func slopes(_ scores: [Double], label: Int) -> [Double] {
        Softmax().slopes(scores, label: label)
    }

    func dual(_ slopes: [Double], label: Int) -> Double {
        slopes.enumerated().reduce(0) { sum, slope in
            let p = slope.element + (slope.offset == label ? 1 : 0)
            return p > 0 ? sum - p * Elementary.log(p) : sum
        }
    }

    func typicalCurvature(classes: Int) -> Double { 1 / Double(max(classes, 2)) }

    func leastDual(classes: Int) -> Double { 0 }
}

extension Softmax {
    package var curved: (any CurvedLoss)? { SoftmaxCurvature() }
}
