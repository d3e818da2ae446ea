import Numeric

/// A number that no weights can come below, made of slopes (Fenchel's duality).
///
/// For slopes qᵢ in the domain of L*, G = 1/N Σ qᵢxᵢᵀ and r = 1/N Σ qᵢ = 0:
/// P(W, b) ≥ 1/N Σ −Lᵢ*(qᵢ) − Σ (|G| − λa)₊² / (4λβ). Where b is free and r is not quite 0, a small part ε
/// of other slopes is mixed in: those that move each class's examples a little towards the classes that
/// r lacks, which cancels r. Without squares in the penalty the slopes are scaled until |G| ≤ λa instead.
struct LowerBound {
    private let problem: ConvexProblem
    private let layout: WeightLayout
    /// 1/N Σ of each class's examples, and each class's share of the examples.
    private let means: [Double]

    init(_ problem: ConvexProblem, _ layout: WeightLayout, means: [Double]) {
        self.problem = problem
        self.layout = layout
        self.means = means
    }

    /// Of sums in single precision, which solvers go by; `Certificate` proves what is said in the end.
    init(_ problem: ConvexProblem, _ pass: any CurvedPass) {
        let isMixed = problem.isPenalized && !problem.objective.regularizesBias
        self.init(
            problem, pass.layout,
            means: isMixed ? Self.classMeans(pass).map(Double.init) : [])
    }

    private static func classMeans(_ pass: any CurvedPass) -> [Float] {
        let (examples, classes) = (pass.examples, pass.layout.classes)
        let labels = AlignedBuffer<Float>(repeating: 0, count: examples.count * classes)
        for r in 0..<examples.count { labels.writes[r * classes + examples.label(r)] = 1 }
        return pass.transposedProduct(labels)
    }

    /// The bound by slopes whose 1/N Σ −L* is `dual` and whose G and r are `gradient`; nil where these
    /// prove nothing.
    func value(dual: Double, gradient: [Float], of loss: any CurvedLoss) -> Double? {
        var gradient = gradient
        // No example that counts has such a class; `Certificate` proves it exactly.
        for c in 0..<layout.classes where means.count == layout.count {
            if means[layout.weights + c] == 0 || loss.weight(of: c) == 0 {
                gradient[layout.weights + c] = 0
            }
        }
        return exactly(dual: dual, gradient: gradient, of: loss)
    }

    func value(dual: Double, gradient: [Double], of loss: any CurvedLoss) -> Double? {
        exactly(dual: dual, gradient: gradient, of: loss)
    }

    private func exactly<Number: BinaryFloatingPoint>(
        dual: Double, gradient: [Number], of loss: any CurvedLoss
    ) -> Double? {
        let least = loss.leastDual(classes: layout.classes)
        guard problem.isPenalized, dual.isFinite else { return nil }
        if problem.objective.regularizesBias {
            return bound(dual, gradient, share: 1, mixed: nil)
        }
        guard let mix = mixture(gradient, of: loss) else { return nil }
        return bound(
            mix.share * dual + (1 - mix.share) * least, gradient, share: mix.share, mixed: mix)
    }

    /// How slopes are mixed to cancel r: `share` of those there are, and for the class y of each row
    /// `taken[y]` of its slope, given to the classes j in proportion to `given[j]`.
    private struct Mixture {
        var share: Double
        var taken: [Double]
        var given: [Double]
        var total: Double
    }

    private func mixture<Number: BinaryFloatingPoint>(_ gradient: [Number], of loss: any CurvedLoss)
        -> Mixture?
    {
        let r = (0..<layout.classes).map { Double(gradient[layout.weights + $0]) }
        let given = r.map { max(0, -$0) }
        let total = given.reduce(0, +)
        guard total > 0 else {
            return Mixture(share: 1, taken: r.map { _ in 0 }, given: given, total: 0)
        }
        var need = 0.0
        var taken = [Double](repeating: 0, count: r.count)
        for c in r.indices where r[c] > 0 {
            let (own, weight) = (means[layout.weights + c], loss.weight(of: c))
            guard own > 0, weight > 0 else { return nil }
            taken[c] = r[c] / (own * total)
            need = max(need, r[c] / (own * weight))
        }
        return Mixture(share: 1 / (1 + need), taken: taken, given: given, total: total)
    }

    private func bound<Number: BinaryFloatingPoint>(
        _ dual: Double, _ gradient: [Number], share: Double, mixed: Mixture?
    ) -> Double? {
        let limit = problem.absolute
        var (squares, largest) = (0.0, 0.0)
        func add(_ g: Double) {
            let excess = max(0, abs(g) - limit)
            squares += excess * excess
            largest = max(largest, abs(g))
        }
        let g = gradient.span
        let means = means.span
        for d in 0..<layout.dimension {
            var flow = 0.0
            if let mixed {
                for c in 0..<layout.classes {
                    flow += mixed.taken[c] * means[layout.place(c, d)]
                }
            }
            for c in 0..<layout.classes {
                var own = Double(g[layout.place(c, d)])
                if let mixed {
                    own += mixed.given[c] * flow
                    own -= mixed.taken[c] * mixed.total * means[layout.place(c, d)]
                }
                add(share * own)
            }
        }
        if mixed == nil {
            for c in 0..<layout.classes { add(Double(g[layout.weights + c])) }
        }
        guard squares.isFinite else { return nil }
        var bounds: [Double] = []
        if problem.quadratic > 0 { bounds.append(dual - squares / (2 * problem.quadratic)) }
        if limit > 0 { bounds.append(dual * min(1, limit / max(largest, limit))) }
        return bounds.max()
    }
}
