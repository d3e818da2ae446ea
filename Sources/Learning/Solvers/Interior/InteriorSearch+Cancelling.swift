import Numeric

/// Slopes for a bound where nothing is penalized: their sums with the features must cancel, Σ qᵢ(xᵢ, 1)ᵀ = 0.
extension InteriorSearch {
    private static let corrections = 3

    /// Slopes near the present ones that cancel but for rounding; nil where these are not within their limits.
    ///
    /// Dual variables that tend to a limit are put there, and the others are changed by γ(w − γ)(dⱼ − d_y) for
    /// the scores d of a step, which linear equations give. Each correction must be at most half of the one
    /// before; then slopes that cancel exactly are no farther away than the last was.
    var cancelled: DualPoint? {
        let margin = (problem.objective.loss as? SVM)?.margin ?? 0
        let unit = max(margin, 1e-3)
        var gamma = margins.map { $0.rounded(unit: unit) }
        let freedom = gamma.indices.map { gamma[$0] * (margins[$0].weight - gamma[$0]) }
        matrix.fill(
            rows: rows, curvatures: bends(freedom),
            diagonal: [Double](repeating: 0, count: v.count))
        matrix.factorize()
        var before = Double.infinity
        for _ in 0..<Self.corrections {
            let change = change(cancelling: product(slopes(gamma)), freedom)
            let size = change.reduce(0) { $0 + abs($1) }
            guard size <= max(0.5 * before, 1e-12 * Double(gamma.count)) else { return nil }
            before = size
            for (index, step) in change.enumerated() {
                gamma[index] += step
                let room = min(gamma[index], margins[index].weight - gamma[index])
                guard room >= abs(step) else { return nil }
            }
        }
        guard sumsCancel(gamma, unit: unit) else { return nil }
        return .cancelled(slopes(gamma), rest: margin * before / Double(max(labels.count, 1)))
    }

    /// The curvature of each example by its scores, N×C×C, where that of each margin is h.
    private func bends(_ h: [Double]) -> AlignedBuffer<Double> {
        let bends = AlignedBuffer<Double>(repeating: 0, count: labels.count * classes * classes)
        for (i, label) in labels.enumerated() {
            for j in 0..<classes where j != label {
                addCurvature(h[i * classes + j], of: j, label: label, example: i, to: bends)
            }
        }
        return bends
    }

    /// The change of each dual variable whose sums with the features are less these; 0 at the labels.
    private func change(cancelling sums: [Double], _ freedom: [Double]) -> [Double] {
        let ahead = scores(matrix.solve(sums.map { -$0 }))
        return margins.indices.map { index in
            let (i, j) = (index / classes, index % classes)
            guard j != labels[i] else { return 0 }
            return freedom[index] * (ahead[index] - ahead[i * classes + labels[i]])
        }
    }

    /// Whether what is left of the sums is rounding.
    private func sumsCancel(_ gamma: [Double], unit: Double) -> Bool {
        let rest = product(slopes(gamma))
        return rest.indices.allSatisfy { abs(rest[$0]) * scales[$0] <= 1e-12 * unit }
    }
}

extension MarginTerm {
    /// γ, at the limit that it tends to: 0 where the margin is kept, w where it is not. Margins are measured in
    /// a unit.
    fileprivate func rounded(unit: Double) -> Double {
        if gamma * unit < weight * slack { return 0 }
        return (weight - gamma) * unit < weight * excess ? weight : gamma
    }
}

extension DualPoint {
    /// No slopes at all, which prove that a loss is not below 0.
    static func nothing(like search: InteriorSearch) -> DualPoint {
        .cancelled([Double](repeating: 0, count: search.margins.count), rest: 0)
    }
}
