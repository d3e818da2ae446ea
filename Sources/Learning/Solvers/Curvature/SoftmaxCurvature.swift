import Numeric

/// The softmax loss, whose curvature is diag(p) − ppᵀ.
struct SoftmaxCurvature: CurvedLoss {
    let weights: [Double]

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
        let weight = weight(of: label)
        let factor = Float(weight)
        for j in 0..<slopes.count { slopes[j] *= factor }
        return (
            weight * (logarithm - Double(scores[label] - largest)),
            weight * max(0, logarithm - mean)
        )
    }

    func bend(_ u: inout MutableSpan<Float>, slopes: Span<Float>, label: Int) {
        // w·(diag(p) − ppᵀ)·u, where the slopes are w·p, less w at the label.
        let weight = Float(weight(of: label))
        let inverse = weight > 0 ? 1 / weight : 0
        var mean: Float = 0
        for j in 0..<u.count { mean += (slopes[j] + (j == label ? weight : 0)) * u[j] }
        mean *= inverse
        for j in 0..<u.count { u[j] = (slopes[j] + (j == label ? weight : 0)) * (u[j] - mean) }
    }

    func addCurvature(
        to matrix: inout MutableSpan<Double>, slopes: Span<Float>, label: Int
    ) {
        let (weight, classes) = (weight(of: label), slopes.count)
        guard weight > 0 else { return }
        for j in 0..<classes {
            let own = Double(slopes[j]) + (j == label ? weight : 0)
            matrix[j * classes + j] += own
            for k in 0..<classes {
                let other = Double(slopes[k]) + (k == label ? weight : 0)
                matrix[j * classes + k] -= own * other / weight
            }
        }
    }

    func majorize(_ diagonal: inout MutableSpan<Float>, slopes: Span<Float>, label: Int) {
        // diag(p) − ppᵀ ≼ min(diag(p), ½).
        let weight = Float(weight(of: label))
        for j in 0..<diagonal.count {
            diagonal[j] = min(max(slopes[j] + (j == label ? weight : 0), 0), 0.5 * weight)
        }
    }

    func slopes(_ scores: [Double], label: Int) -> [Double] {
        let weight = weight(of: label)
        return Softmax().slopes(scores, label: label).map { weight * $0 }
    }

    func dual(_ slopes: [Double], label: Int) -> Double {
        // −w Σ p log p.
        let weight = weight(of: label)
        guard weight > 0 else { return 0 }
        return slopes.enumerated().reduce(0) { sum, slope in
            let p = slope.element / weight + (slope.offset == label ? 1 : 0)
            return p > 0 ? sum - weight * p * Elementary.log(p) : sum
        }
    }

    func typicalCurvature(classes: Int) -> Double { 1 / Double(max(classes, 2)) }

    func leastDual(classes: Int) -> Double { 0 }
}

extension Softmax {
    package func curved(weights: [Double]) -> (any CurvedLoss)? {
        SoftmaxCurvature(weights: weights)
    }
}
