import Learning
import Numeric
import Testing

/// No solver claims more than is true, whatever the problem.
@Suite struct BoundTests {
    private static let losses: [any Loss] = [SVM(), SVM(margin: 0.3, isSquared: true), Softmax()]
    private static let penalties: [any Penalty] = [L2(), L1(), ElasticNet()]

    /// The objective at weights, by sums in double precision.
    private static func value(
        _ objective: Objective, _ classifier: LinearClassifier, _ exact: DoubleProblem
    ) -> Double {
        func penalty(_ weights: [Float]) -> Double {
            weights.reduce(0) {
                let w = Double($1)
                return $0 + objective.penalty.quadratic * w * w
                    + objective.penalty.absolute * abs(w)
            }
        }
        let bias = objective.regularizesBias ? penalty(classifier.b) : 0
        return exact.dataLoss(exact.scores(classifier))
            + objective.strength * (penalty(classifier.W.elements) + bias)
    }

    @Test(arguments: HardProblem.allCases, [false, true])
    func `every bound is below every value that is reached`(
        problem: HardProblem, regularizesBias: Bool
    ) throws {
        let seed = UInt64(HardProblem.allCases.firstIndex(of: problem) ?? 0)
        let examples = problem.examples(seed: seed + 100)
        for (turn, loss) in Self.losses.enumerated() {
            for penalty in Self.penalties {
                let objective = Objective(
                    loss: loss, penalty: penalty, strength: [1e-3, 1e-2, 0.3][turn],
                    regularizesBias: regularizesBias)
                try check(objective, examples)
            }
        }
    }

    private func check(
        _ objective: Objective, _ examples: Examples, isHopeless: Bool = false
    ) throws {
        let problem = ConvexProblem(objective: objective, examples: examples)
        let exact = DoubleProblem(objective: objective, examples: examples)
        let results = Solvers.suited(to: problem).map { solver, _ in
            OptimumSearch(tolerance: 1e-3, solver: solver).train(
                from: .zeros(classes: examples.classCount, dimension: examples.dimension),
                objective: objective, examples: examples, validation: nil)
        }
        let values = results.map { Self.value(objective, $0.classifier, exact) }
        let lowest = try #require(values.min())
        for (result, value) in zip(results, values) {
            let name = result.proof?.solver ?? ""
            let bound = try #require(result.proof?.bound, "\(name)")
            let gap = try #require(result.proof?.gap, "\(name)")
            #expect(bound <= lowest + 1e-9 * abs(lowest) + 1e-12, "\(name) \(objective.loss)")
            #expect(value - bound <= gap + 1e-9 * abs(value), "\(name)")
            if result.stop == .converged {
                #expect(value - lowest <= 1.001e-3 * abs(value), "\(name)")
            }
        }
        #expect(
            isHopeless || results.contains { $0.stop == .converged },
            "\(objective.loss) \(objective.penalty) \(objective.regularizesBias)")
    }

    @Test(arguments: [1.0, 1e-3])
    func `a bound by the slopes of single precision is not trusted`(strength: Double) throws {
        // Features whose sums cancel: their slopes are wrong by 1e-7 of large numbers.
        var elements: [Float] = []
        var labels: [Int32] = []
        for i in 0..<60 {
            elements += [1e4 + Float(i % 7), Float(i % 5) - 2, 1e4 - Float(i % 3)]
            labels.append(Int32(i * i % 3))
        }
        let examples = Examples(
            features: .floats(FloatRows(Matrix(rows: 60, columns: 3, elements: elements))),
            labels: labels, rows: .range(0..<60), scaling: .identity(3), classCount: 3)
        try check(
            Objective(
                loss: SVM(isSquared: true), penalty: L1(), strength: strength * 1e-2,
                regularizesBias: false), examples, isHopeless: true)
    }

    @Test(arguments: HardProblem.allCases, [1.0, 0.3])
    func `what is proven of the svm without a penalty holds for weights that others find`(
        problem: HardProblem, margin: Double
    ) throws {
        let examples = problem.examples(seed: 7)
        let start = LinearClassifier.zeros(
            classes: examples.classCount, dimension: examples.dimension)
        var objective = Objective(
            loss: SVM(margin: margin), penalty: NoPenalty(), strength: 0, regularizesBias: false)
        let (free, exact) = (objective, DoubleProblem(objective: objective, examples: examples))
        let search = OptimumSearch(tolerance: 1e-3)
        guard !search.solvers(for: ConvexProblem(objective: free, examples: examples)).isEmpty
        else {
            #expect([.oneExample, .oneClass, .missingClass].contains(problem))
            return
        }
        let result = search.train(
            from: start, objective: free, examples: examples, validation: nil)
        let bound = try #require(result.proof?.bound)
        #expect(result.stop == .converged, "\(result.stop)")
        let own = Self.value(free, result.classifier, exact)
        #expect(own - bound <= 1.001e-3 * own)
        objective.penalty = L2()
        for strength in [1e-2, 1e-4, 1e-6] {
            objective.strength = strength
            let held = search.train(
                from: start, objective: objective, examples: examples, validation: nil)
            #expect(bound <= Self.value(free, held.classifier, exact) * (1 + 1e-9) + 1e-12)
        }
    }
}
