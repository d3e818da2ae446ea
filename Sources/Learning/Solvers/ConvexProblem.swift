import Numeric

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
    /// Whether W is penalized at all.
    package var isPenalized: Bool { quadratic > 0 || absolute > 0 }

    /// Whether it is a linear program with an optimum: kinks alone, and an example of each class, for the scores
    /// of a class without any would fall without end.
    var isLinearProgram: Bool {
        guard !isPenalized, objective.loss.hasKinks, objective.loss is SVM else { return false }
        var isThere = [Bool](repeating: false, count: examples.classCount)
        for position in 0..<examples.count { isThere[examples.label(position)] = true }
        return isThere.allSatisfy(\.self)
    }

    /// Whether the least loss is 0 and no weights have it: softmax without a penalty, where every example that
    /// counts has a higher score for its class than for the others, falls to 0 as the weights grow.
    func isSeparated(by classifier: LinearClassifier) -> Bool {
        guard !isPenalized, objective.loss is Softmax, let curved else { return false }
        let pass = DoublePass(examples).run(classifier) { scores, label, _ in
            let isHighest = scores.indices.allSatisfy {
                $0 == label || scores[$0] < scores[label]
            }
            return DoublePass.RowResult(
                value: isHighest || curved.weight(of: label) == 0 ? 0 : 1,
                slopes: [Double](repeating: 0, count: scores.count), dual: 0)
        }
        return pass.sums.value == 0 && !Parallel.isAbandoned
    }

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
