import Learning
import Testing

/// Where a library solves the same problem, its dual's value is the optimum that lc proves.
@Suite struct LibraryOptimaTests {
    @Test(arguments: LibraryOptima.all)
    func `an optimum is the value of the library's dual`(entry: LibraryOptima.Case) throws {
        let losses: [String: any Loss] = [
            "svm": SVM(), "squared": SVM(isSquared: true), "softmax": Softmax(),
        ]
        let objective = Objective(
            loss: try #require(losses[entry.loss]), penalty: L2(), strength: entry.strength,
            regularizesBias: entry.bias)
        let examples = FormulaProblem.examples(classes: entry.classes)
        var converged = 0
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
            converged += 1
            #expect(result.train.total <= entry.value * (1 + 2e-5))
        }
        #expect(converged > 0)
    }
}
