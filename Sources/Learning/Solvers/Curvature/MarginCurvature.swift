import Numeric

/// Σ_{j≠y} φ(sⱼ − s_y + Δ) for a ramp φ: the square, or a hinge whose kink is rounded within `width`:
/// z²/(2·width) up to there, and z − width/2 beyond.
///
/// The slopes of a rounded hinge are from 0 to 1, so they are dual variables of the hinge itself, and a
/// lower bound by them is one of the hinge.
struct MarginCurvature: CurvedLoss {
    let margin: Double
    /// nil for the square.
    let width: Double?

    func differentiate(
        _ scores: Span<Float>, label: Int, into slopes: inout MutableSpan<Float>
    ) -> (loss: Double, dual: Double) {
        let threshold = scores[label] - Float(margin)
        let width = width.map { Float($0) }
        var loss = 0.0
        var dual = 0.0
        var total = 0.0
        for j in 0..<scores.count {
            let excess = j == label ? 0 : max(scores[j] - threshold, 0)
            let slope: Float
            if let width {
                slope = min(excess / width, 1)
                loss += Double(slope) * (Double(excess) - 0.5 * Double(width) * Double(slope))
                dual += margin * Double(slope)
            } else {
                slope = 2 * excess
                loss += Double(excess) * Double(excess)
                dual += Double(slope) * (margin - 0.25 * Double(slope))
            }
            slopes[j] = slope
            total += Double(slope)
        }
        slopes[label] = -Float(total)
        return (scores[label].isNaN ? .nan : loss, dual)
    }

    /// Whether the ramp is curved where its slope is this.
    private func isCurved(_ slope: Float) -> Bool { slope > 0 && (width == nil || slope < 1) }

    private var curvature: Float { width.map { Float(1 / $0) } ?? 2 }

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
            return width.map { min(excess / $0, 1) } ?? 2 * excess
        }
        slopes[label] = -slopes.reduce(0, +)
        return slopes
    }

    func dual(_ slopes: [Double], label: Int) -> Double {
        slopes.enumerated().reduce(0) { sum, slope in
            guard slope.offset != label else { return sum }
            let value = slope.element
            return sum + value * (width == nil ? margin - 0.25 * value : margin)
        }
    }

    func typicalCurvature(classes: Int) -> Double { width == nil ? 1 : 0.3 }

    func leastDual(classes: Int) -> Double {
        width == nil ? min(0, margin - 0.25) : 0
    }
}

extension SVM {
    package func curved(width: Double) -> (any CurvedLoss)? {
        MarginCurvature(margin: margin, width: isSquared ? nil : width)
    }
}
