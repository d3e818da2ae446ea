import Numeric

/// The hinge of margins whose slopes are held near a centre γ₀: of Σⱼ wⱼ·max(zⱼ, 0), which is the most of γz
/// over 0 ≤ γ ≤ w, the most of γz − μ/2·(γ − γ₀)². It has a curvature, 1/μ, and the same optimum where
/// γ₀ is the optimum's γ.
struct HeldMargins: KeptWork {
    let margin: Double
    /// μ.
    let softness: Double
    let loss: any CurvedLoss
    let classes: Int
    /// γ₀ of every row of the pass, n×C.
    let centre: DisjointWrites<Float>
    /// γ, n×C; that of a label is −Σ of the others.
    let kept: DisjointWrites<Float>

    /// The sums are of the hinge, and in the place of the dual of what is in its place.
    func finish(
        _ row: inout MutableSpan<Float>, _ slopes: inout MutableSpan<Float>, label: Int,
        at place: Int
    ) -> Pass.Sums {
        let weight = Float(loss.weight(of: label))
        let (softness, inverse) = (Float(softness), Float(1 / softness))
        let threshold = row[label] - Float(margin)
        var sums = Pass.Sums()
        let isCorrect = Pass.isHighest(label, in: row.span)
        var (hinge, held, total): (Double, Double, Float) = (0, 0, 0)
        for j in 0..<classes where j != label {
            let z = row[j] - threshold
            let from = centre[place + j]
            let slope = min(max(from + z * inverse, 0), weight)
            hinge += Double(max(z, 0))
            held += Double(slope * z - 0.5 * softness * (slope - from) * (slope - from))
            slopes[j] = slope
            row[j] = slope
            total += slope
        }
        slopes[label] = -total
        row[label] = -total
        sums.add(Double(weight) * hinge, isCorrect: isCorrect)
        sums.dual = threshold.isNaN ? .nan : held
        return sums
    }
}
