import Numeric

/// Σ_{j≠y} φ(sⱼ − s_y + Δ) for a ramp φ: the hinge, whose curvature is 0 beside its kink, or its square.
struct MarginCurvature: CurvedLoss {
    let margin: Double
    let isSquared: Bool

    func differentiate(
        _ scores: Span<Float>, label: Int, into slopes: inout MutableSpan<Float>
    ) -> (loss: Double, dual: Double) {
        let threshold = scores[label] - Float(margin)
        var loss = 0.0
        var dual = 0.0
        var total = 0.0
        for j in 0..<scores.count {
            let excess = j == label ? 0 : max(scores[j] - threshold, 0)
            let slope: Float
            if isSquared {
                slope = 2 * excess
                loss += Double(excess) * Double(excess)
                dual += Double(slope) * (margin - 0.25 * Double(slope))
            } else {
                slope = excess > 0 ? 1 : 0
                loss += Double(excess)
                dual += margin * Double(slope)
            }
            slopes[j] = slope
            total += Double(slope)
        }
        slopes[label] = -Float(total)
        return (scores[label].isNaN ? .nan : loss, dual)
    }

    /// Whether the ramp is curved where its slope is this.
    private func isCurved(_ slope: Float) -> Bool { isSquared && slope > 0 }

    private var curvature: Float { 2 }

    func bend(_ u: inout MutableSpan<Float>, slopes: Span<Float>, label: Int) {
        let own = u[label]
        var total: Float = 0
        for j in 0..<u.count {
            let bent = j != label && isCurved(slopes[j]) ? curvature * (u[j] - own) : 0
            u[j] = bent
            total += bent
        }
        u[label] = -total
    }

    func majorize(_ diagonal: inout MutableSpan<Float>, slopes: Span<Float>, label: Int) {
        // (uⱼ − u_y)² ≤ 2uⱼ² + 2u_y².
        var total: Float = 0
        for j in 0..<diagonal.count {
            let size = j != label && isCurved(slopes[j]) ? 2 * curvature : 0
            diagonal[j] = size
            total += size
        }
        diagonal[label] = total
    }

    func slopes(_ scores: [Double], label: Int) -> [Double] {
        var slopes = scores.indices.map { j in
            let excess = j == label ? 0 : max(0, scores[j] - scores[label] + margin)
            return isSquared ? 2 * excess : excess > 0 ? 1 : 0
        }
        slopes[label] = -slopes.reduce(0, +)
        return slopes
    }

    func dual(_ slopes: [Double], label: Int) -> Double {
        slopes.enumerated().reduce(0) { sum, slope in
            guard slope.offset != label else { return sum }
            let value = slope.element
            return sum + value * (isSquared ? margin - 0.25 * value : margin)
        }
    }

    func typicalCurvature(classes: Int) -> Double { 1 }

    func leastDual(classes: Int) -> Double {
        isSquared ? min(0, margin - 0.25) : 0
    }
}

extension SVM {
    package var curved: (any CurvedLoss)? {
        MarginCurvature(margin: margin, isSquared: isSquared)
    }
}
