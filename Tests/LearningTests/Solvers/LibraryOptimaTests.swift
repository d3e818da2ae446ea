import Learning
import Numeric
import Testing

/// Where a library solves the same problem, its dual's value is the optimum that lc proves.
@Suite struct LibraryOptimaTests {
    /// The problem that scripts/library-optima has; of two classes, the second has all but the first's.
    private func examples(classes: Int) -> Examples {
        let (count, dimension) = (40, 5)
        var elements: [Float] = []
        var labels: [Int32] = []
        for i in 0..<count {
            for d in 0..<dimension {
                let number: Int = (i * 7 + d * 5 + i * d * d) % 13
                elements.append(Float(Double(number) / 6 - 1))
            }
            labels.append(Int32(min((i * i + i / 5) % 3, classes - 1)))
        }
        return Examples(
            features: .floats(
                FloatRows(Matrix(rows: count, columns: dimension, elements: elements))),
            labels: labels, rows: .range(0..<count), scaling: .identity(dimension),
            classCount: classes)
    }

    @Test(arguments: LibraryOptima.all)
    func `an optimum is the value of the library's dual`(entry: LibraryOptima.Case) throws {
        let losses: [String: any Loss] = [
            "svm": SVM(), "squared": SVM(isSquared: true), "softmax": Softmax(),
        ]
        let objective = Objective(
            loss: try #require(losses[entry.loss]), penalty: L2(), strength: entry.strength,
            regularizesBias: entry.bias)
        let examples = examples(classes: entry.classes)
        for (solver, _) in Solvers.suited(
            to: ConvexProblem(objective: objective, examples: examples))
        {
            let result = OptimumSearch(tolerance: 1e-5, solver: solver).train(
                from: .zeros(classes: entry.classes, dimension: examples.dimension),
                objective: objective, examples: examples, validation: nil)
            let bound = try #require(result.proof?.bound)
            // liblinear prints six decimals of its sum.
            #expect(bound <= entry.value * (1 + 2e-6), "\(entry.library) \(solver.name)")
            #expect(result.train.total >= entry.value * (1 - 2e-6))
            guard result.stop == .converged else { continue }
            #expect(result.train.total <= entry.value * (1 + 2e-5))
        }
    }
}
