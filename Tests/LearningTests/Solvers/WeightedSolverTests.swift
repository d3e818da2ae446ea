import Learning
import Numeric
import Testing

/// Solvers take the weights of classes into the loss, its curvature and its dual.
@Suite struct WeightedSolverTests {
    private static let losses: [any Loss] = [SVM(), SVM(margin: 0.7, isSquared: true), Softmax()]
    private static let penalties: [any Penalty] = [L2(), L1(), ElasticNet()]

    private func solve(
        _ loss: any Loss, _ penalty: any Penalty, _ strength: Double, weights: [Double]?,
        _ examples: Examples, tolerance: Double = 1e-5, solver: (any Solver.Type)? = nil
    ) -> TrainingResult {
        var objective = Objective(
            loss: loss, penalty: penalty, strength: strength, regularizesBias: false)
        objective.classWeights = weights.map {
            ClassWeights(.given(classes: ["a", "b", "c"]), $0)
        }
        return OptimumSearch(tolerance: tolerance, solver: solver).train(
            from: .zeros(classes: examples.classCount, dimension: examples.dimension),
            objective: objective, examples: examples, validation: nil)
    }

    /// The same examples, those of class 0 three times and those of class 1 twice.
    private func repeated(_ examples: Examples) -> Examples {
        var rows: [Int32] = []
        for position in 0..<examples.count {
            let times = [3, 2, 1][examples.label(position)]
            rows += [Int32](repeating: Int32(position), count: times)
        }
        return Examples(
            features: examples.features, labels: examples.labels, rows: .indices(rows),
            scaling: examples.scaling, classCount: 3)
    }

    @Test(arguments: [HardProblem.dense, .sparse, .collinear])
    func `a weight of 3 is the same as every example three times`(problem: HardProblem) throws {
        let examples = problem.examples(seed: 5)
        let copies = repeated(examples)
        // 1/N Σ wL + λR is n/N times 1/n ΣL + (λN/n)R, where n counts the copies.
        let ratio = Double(copies.count) / Double(examples.count)
        for loss in Self.losses {
            for penalty in Self.penalties {
                let weighted = solve(loss, penalty, 1e-2, weights: [3, 2, 1], examples)
                let plain = solve(loss, penalty, 1e-2 / ratio, weights: nil, copies)
                #expect(weighted.stop == .converged && plain.stop == .converged)
                let (one, other) = (weighted.train.total, ratio * plain.train.total)
                #expect(abs(one - other) <= 4e-5 * other, "\(loss) \(penalty)")
            }
        }
    }

    @Test(
        arguments: [HardProblem.dense, .sparse, .separable, .missingClass, .duplicates],
        [[0.2, 4, 1], [0, 1, 2]])
    func `bounds hold where classes have weights`(problem: HardProblem, weights: [Double]) throws {
        let examples = problem.examples(seed: 9)
        for loss in Self.losses {
            for penalty in Self.penalties {
                var objective = Objective(
                    loss: loss, penalty: penalty, strength: 1e-2, regularizesBias: false)
                objective.classWeights = ClassWeights(.given(classes: nil), weights)
                let convex = ConvexProblem(objective: objective, examples: examples)
                let results = Solvers.suited(to: convex).map { solver, _ in
                    solve(
                        loss, penalty, 1e-2, weights: weights, examples, tolerance: 1e-3,
                        solver: solver)
                }
                let lowest = try #require(results.map(\.train.total).min())
                for result in results {
                    let bound = try #require(result.proof?.bound)
                    #expect(bound <= lowest * (1 + 1e-6) + 1e-9, "\(loss) \(penalty)")
                }
                // Where a class counts nothing, |W| and kinks are left to the dual, which is slow with both.
                guard !weights.contains(0) else { continue }
                #expect(results.contains { $0.stop == .converged }, "\(loss) \(penalty)")
            }
        }
    }
}
