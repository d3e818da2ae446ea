import Numeric

/// The method of multipliers for the svm with squares in the penalty (proximal points in the dual: Rockafellar
/// 1976): the hinge, with its slopes held near those of the round before, is smooth, and each round minimizes
/// it by Newton steps. Products with the curvature are passes over the data, on all threads, so many rows of
/// many features cost less than by the dual, which takes them one after another.
package enum Multipliers: Solver {
    package static let name = "multipliers"
    package static let summary =
        "Newton steps on a hinge that is held smooth, for svm on dense data"

    package static func reason(for problem: ConvexProblem) -> String? {
        guard let svm = problem.objective.loss as? SVM, !svm.isSquared, svm.margin > 0,
            problem.quadratic > 0, problem.absolute == 0,
            !ScaledRows.keepsZeros(problem.examples)
        else { return nil }
        return "an svm that is held smooth takes Newton steps, by passes on all threads"
    }

    package static func bytes(for problem: ConvexProblem) -> Int {
        NewtonCG.bytes(for: problem) + 4 * problem.examples.count * problem.examples.classCount
    }

    package static func run(
        _ problem: ConvexProblem, from start: LinearClassifier, _ progress: SolverProgress
    ) -> StopReason {
        guard var search = MultiplierSearch(problem, from: start, progress) else {
            return .stalled(step: 0)
        }
        return search.run()
    }
}
