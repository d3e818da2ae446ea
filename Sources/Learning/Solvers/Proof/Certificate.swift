import Numeric

/// The objective at weights and a number that no weights come below, both by sums in double precision.
///
/// Solvers go by passes in single precision, whose rounding a small λ magnifies: by L1 a slope that is
/// wrong by 1e-7 makes a bound wrong by 1e-7/λ. So what is said of the optimum is proven once more here.
struct Certificate: Sendable {
    let value: Double
    let bound: Double?
}

/// Makes certificates for one problem.
final class Certifier {
    private let problem: ConvexProblem
    private let pass: DoublePass
    private lazy var lower = LowerBound(
        problem, pass.layout,
        means: problem.objective.regularizesBias || !problem.isPenalized ? [] : pass.classMeans())

    /// The classes that no example has, or none that counts, whose scores a free b takes below all others: a bound is one of the
    /// other classes' problem.
    private let absent: [Int]

    init(_ problem: ConvexProblem, columns: SparseRows? = nil) {
        self.problem = problem
        let examples = problem.examples
        pass = DoublePass(examples, columns: columns)
        var counts = [Int](repeating: 0, count: examples.classCount)
        for position in 0..<examples.count {
            if Parallel.isAbandoned(turn: position) { break }
            counts[examples.label(position)] += 1
        }
        let curved = problem.curved
        absent =
            problem.objective.regularizesBias
            ? [] : counts.indices.filter { counts[$0] == 0 || curved?.weight(of: $0) == 0 }
    }

    /// nil where Ctrl-C gave the work up.
    func certify(_ classifier: LinearClassifier, _ dual: DualPoint) -> Certificate? {
        let loss = problem.objective.scoreLoss
        guard let curved = problem.curved else { return nil }
        let absent = absent
        let (sums, gradient) = pass.run(classifier) { scores, label, position in
            var slopes: [Double]
            switch dual {
            case .weights: slopes = curved.slopes(scores, label: label)
            case .slopes(let all), .cancelled(let all, _):
                let place = position * scores.count
                slopes = Array(all[place..<place + scores.count])
            }
            for c in absent {
                slopes[label] += slopes[c]
                slopes[c] = 0
            }
            return DoublePass.RowResult(
                value: loss.value(scores, label: label), slopes: slopes,
                dual: curved.dual(slopes, label: label))
        }
        guard !Parallel.isAbandoned else { return nil }
        let count = Double(max(problem.examples.count, 1))
        return Certificate(
            value: sums.value / count + problem.objective.exactRegularization(classifier),
            bound: bound(by: dual, sum: sums.dual / count, gradient, of: curved))
    }

    private func bound(
        by point: DualPoint, sum dual: Double, _ gradient: [Double], of loss: any CurvedLoss
    ) -> Double? {
        guard case .cancelled(_, let rest) = point else {
            return lower.value(dual: dual, gradient: gradient, of: loss)
        }
        // No loss is below 0.
        return max(0, dual - rest)
    }
}

extension Objective {
    /// λ R(W) by sums in double precision.
    fileprivate func exactRegularization(_ classifier: LinearClassifier) -> Double {
        guard strength != 0 else { return 0 }
        let bias = regularizesBias ? classifier.b : []
        var (squares, sizes) = (0.0, 0.0)
        for list in [classifier.W.elements, bias] {
            for weight in list {
                squares += Double(weight) * Double(weight)
                sizes += abs(Double(weight))
            }
        }
        return strength * (penalty.quadratic * squares + penalty.absolute * sizes)
    }
}
