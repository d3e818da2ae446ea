import Numeric

/// Σ_{j≠y} φ(sⱼ − s_y + Δ) for a ramp φ: the hinge, whose curvature is 0 beside its kink, or its square.
struct MarginCurvature: CurvedLoss {
    let margin: Double
    let isSquared: Bool
    let weights: [Double]
    /// Over what length of margins the hinge is held smooth (`HeldMargins`); 0 where it is not.
    var softness = 0.0

    func differentiate(
        _ scores: Span<Float>, label: Int, into slopes: inout MutableSpan<Float>
    ) -> (loss: Double, dual: Double) {
        let threshold = scores[label] - Float(margin)
        let weight = weight(of: label)
        let factor = Float(weight)
        var loss = 0.0
        var dual = 0.0
        var total = 0.0
        for j in 0..<scores.count {
            let excess = j == label ? 0 : max(scores[j] - threshold, 0)
            let slope: Float
            if isSquared {
                slope = factor * (2 * excess)
                loss += weight * (Double(excess) * Double(excess))
                dual += Double(slope) * (margin - 0.5 * Double(excess))
            } else {
                slope = excess > 0 ? factor : 0
                loss += weight * Double(excess)
                dual += margin * Double(slope)
            }
            slopes[j] = slope
            total += Double(slope)
        }
        slopes[label] = -Float(total)
        return (scores[label].isNaN ? .nan : loss, dual)
    }

    /// Whether the ramp is curved where its slope is this.
    private func isCurved(_ slope: Float, _ weight: Float) -> Bool {
        slope > 0 && (isSquared || softness > 0 && slope < weight)
    }

    private func curvature(_ weight: Float) -> Float {
        isSquared ? 2 * weight : softness > 0 ? Float(1 / softness) : 0
    }

    func bend(_ u: inout MutableSpan<Float>, slopes: Span<Float>, label: Int) {
        let own = u[label]
        let weight = Float(weight(of: label))
        let curvature = curvature(weight)
        var total: Float = 0
        for j in 0..<u.count {
            let bent = j != label && isCurved(slopes[j], weight) ? curvature * (u[j] - own) : 0
            u[j] = bent
            total += bent
        }
        u[label] = -total
    }

    func addCurvature(
        to matrix: inout MutableSpan<Double>, slopes: Span<Float>, label: Int
    ) {
        let (weight, classes) = (Float(weight(of: label)), slopes.count)
        let curvature = Double(curvature(weight))
        for j in 0..<classes where j != label && isCurved(slopes[j], weight) {
            matrix[j * classes + j] += curvature
            matrix[label * classes + label] += curvature
            matrix[j * classes + label] -= curvature
            matrix[label * classes + j] -= curvature
        }
    }

    func majorize(_ diagonal: inout MutableSpan<Float>, slopes: Span<Float>, label: Int) {
        // (uⱼ − u_y)² ≤ 2uⱼ² + 2u_y².
        let weight = Float(weight(of: label))
        let curvature = curvature(weight)
        var total: Float = 0
        for j in 0..<diagonal.count {
            let size = j != label && isCurved(slopes[j], weight) ? 2 * curvature : 0
            diagonal[j] = size
            total += size
        }
        diagonal[label] = total
    }

    func slopes(_ scores: [Double], label: Int) -> [Double] {
        let weight = weight(of: label)
        var slopes = scores.indices.map { j in
            let excess = j == label ? 0 : max(0, scores[j] - scores[label] + margin)
            return isSquared ? weight * 2 * excess : excess > 0 ? weight : 0
        }
        slopes[label] = -slopes.reduce(0, +)
        return slopes
    }

    func dual(_ slopes: [Double], label: Int) -> Double {
        let weight = weight(of: label)
        guard weight > 0 else { return 0 }
        return slopes.enumerated().reduce(0) { sum, slope in
            guard slope.offset != label else { return sum }
            let value = slope.element
            return sum + value * (isSquared ? margin - 0.25 * value / weight : margin)
        }
    }

    func typicalCurvature(classes: Int) -> Double { 1 }

    func leastDual(classes: Int) -> Double {
        isSquared ? (weights.max() ?? 1) * min(0, margin - 0.25) : 0
    }
}

extension SVM {
    package func curved(weights: [Double]) -> (any CurvedLoss)? {
        MarginCurvature(margin: margin, isSquared: isSquared, weights: weights)
    }
}
