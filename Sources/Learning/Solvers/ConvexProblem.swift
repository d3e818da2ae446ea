/// What a solver minimizes: 1/N Σ Lᵢ + λ Σ (βw² + a|w|), and on which examples.
package struct ConvexProblem: Sendable {
    package let objective: Objective
    package let examples: Examples

    package init(objective: Objective, examples: Examples) {
        self.objective = objective
        self.examples = examples
    }

    /// The loss as solvers take it, with the classes' weights in it.
    var curved: (any CurvedLoss)? {
        objective.loss.curved(weights: objective.classWeights?.values ?? [])
    }

    /// The mean of the examples' weights.
    var meanWeight: Double {
        guard let weights = objective.classWeights?.values, !weights.isEmpty else { return 1 }
        let sum = (0..<examples.count).reduce(0) { $0 + weights[examples.label($1)] }
        return sum / Double(max(examples.count, 1))
    }

    /// 2λβ.
    var quadratic: Double { 2 * objective.strength * objective.penalty.quadratic }
    /// λa.
    var absolute: Double { objective.strength * objective.penalty.absolute }
    /// Whether W is penalized at all; without a penalty no bound of the optimum can be proven.
    package var isPenalized: Bool { quadratic > 0 || absolute > 0 }

    /// Where a search begins: the start, or 0 where the objective is lower there.
    func begin(near start: LinearClassifier, _ pass: any CurvedPass) -> [Float] {
        let x = pass.layout.flatten(start)
        let value = pass.mean(objective.scoreLoss, at: x) + penalty(x, pass.layout)
        let atZero = meanWeight * objective.loss.valueAtZero(classes: examples.classCount)
        return value < atZero ? x : [Float](repeating: 0, count: x.count)
    }

    /// How many places of a list of weights and then biases are penalized.
    func penalized(_ layout: WeightLayout) -> Int {
        objective.regularizesBias ? layout.count : layout.weights
    }

    /// λ Σ (βw² + a|w|).
    func penalty(_ x: [Float], _ layout: WeightLayout) -> Double {
        guard isPenalized else { return 0 }
        var (squares, sizes) = (0.0, 0.0)
        let span = x.span
        for i in 0..<penalized(layout) {
            let weight = Double(span[i])
            squares += weight * weight
            sizes += abs(weight)
        }
        return 0.5 * quadratic * squares + absolute * sizes
    }
}
