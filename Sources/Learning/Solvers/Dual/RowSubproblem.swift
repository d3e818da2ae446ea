/// The dual variables γⱼ of one row of the multiclass SVM, found exactly when all others stand still:
/// the maximum of Σ γⱼaⱼ − h/2·(Σγⱼ² + (Σγⱼ)²) over 0 ≤ γⱼ ≤ w, or over γⱼ ≥ 0 and with −Σγⱼ²/(4w) for the
/// squared SVM, where w is how much the row's class counts (Keerthi, Sundararajan, Chang, Hsieh and Lin 2008).
///
/// With S = Σγⱼ each γⱼ is (aⱼ − hS)/(h + e), cut to its limits, so that S is the zero of a function that
/// rises piece by piece: Newton steps inside a bracket reach it.
struct RowSubproblem {
    let isSquared: Bool
    /// aⱼ, and then γⱼ; the label's own is 0.
    private(set) var values: [Double]

    init(classes: Int, isSquared: Bool) {
        self.isSquared = isSquared
        values = [Double](repeating: 0, count: classes)
    }

    /// Finds the γ of a row with these scores, whose present γ and curvature h are given; gives the
    /// least distance by which a γ at a limit is kept there, in units of scores, or 0 where one is free.
    mutating func solve(
        scores: Span<Float>, label: Int, margin: Double, present: Span<Float>, curvature h: Double,
        weight: Double
    ) -> Double {
        let isFree = isSquared && weight > 0
        let most = isFree ? .infinity : weight
        let extra = isFree ? 0.5 / weight : 0
        let own = Double(scores[label])
        var sum = 0.0
        for j in 0..<scores.count where j != label { sum += Double(present[j]) }
        for j in 0..<scores.count {
            values[j] =
                j == label
                ? -.infinity : margin + Double(scores[j]) - own + h * (Double(present[j]) + sum)
        }
        let total = Self.total(values.span, h, extra: extra, most: most, near: sum)
        var slack = Double.infinity
        for j in 0..<values.count {
            guard j != label else {
                values[j] = 0
                continue
            }
            let rest = values[j] - h * total
            let value = rest / (h + extra)
            slack = min(slack, value <= 0 ? -rest : value >= most ? rest - h * most : 0)
            values[j] = min(max(value, 0), most)
        }
        return slack
    }

    /// S with S = Σ cut((aⱼ − hS)/(h + e)).
    private static func total(
        _ a: Span<Double>, _ h: Double, extra: Double, most: Double, near start: Double
    ) -> Double {
        var (low, high) = (0.0, Double.infinity)
        var sum = start
        for _ in 0..<60 {
            var (wanted, free) = (0.0, 0.0)
            for j in 0..<a.count {
                let value = (a[j] - h * sum) / (h + extra)
                guard value > 0 else { continue }
                wanted += min(value, most)
                if value < most { free += 1 }
            }
            let excess = sum - wanted
            if abs(excess) <= 1e-12 * (1 + sum) { break }
            if excess > 0 { high = sum } else { low = sum }
            var next = sum - excess / (1 + free * h / (h + extra))
            if next <= low || next >= high {
                next = high.isFinite ? 0.5 * (low + high) : 2 * low + 1
            }
            if next == sum { break }
            sum = next
        }
        return sum
    }
}
