import Numeric

/// Newton's method on all weights at once, each step by preconditioned conjugate gradients that are ended
/// early, with a line search (after Lin, Weng and Keerthi 2008). Products with the Hessian are passes over
/// the data.
package enum NewtonCG: Solver {
    package static let name = "newton"
    package static let summary = "Newton steps by conjugate gradients, for losses without |W|"

    package static func reason(for problem: ConvexProblem) -> String? {
        let loss = problem.objective.loss
        guard problem.absolute == 0, problem.curved != nil, !loss.hasKinks else {
            return nil
        }
        return "a smooth loss has a curvature everywhere"
    }

    package static func bytes(for problem: ConvexProblem) -> Int {
        let examples = problem.examples
        let vectors = 4 * 10 * examples.classCount * (examples.dimension + 1)
        if ScaledRows.keepsZeros(examples) {
            let entries = ScaledRows.entries(examples)
            return vectors + 8 * entries + SparseCurvedPass.bytes(examples, entries: entries)
        }
        return vectors + DenseCurvedPass.bytes(examples)
            + (takesFactor(examples) ? CholeskyFactor.bytes(examples.dimension + 1) : 0)
    }

    static func takesFactor(_ examples: Examples) -> Bool {
        !ScaledRows.keepsZeros(examples)
            && examples.dimension <= FactorPreconditioner.mostFeatures
    }

    package static func run(
        _ problem: ConvexProblem, from start: LinearClassifier, _ progress: SolverProgress
    ) -> StopReason {
        var search = NewtonSearch(problem, from: start, progress)
        return search.run()
    }
}
