import Numeric

/// L-BFGS (Liu and Nocedal 1989) from the Hessian's diagonal, each of whose steps ends at the least of its line.
///
/// Scores are linear in weights: with those of a point and of a direction, the objective anywhere on the line
/// costs no pass over the features. So does any b, which is what it is best at for each W, and no longer a
/// variable of the search. A step is one pass: scores by its direction, and a gradient at its end.
package enum LineSearches: Solver {
    package static let name = "lines"
    package static let summary =
        "L-BFGS with exact line searches, for smooth losses without |W| on sparse data"

    /// What scores that go on from step to step reach for sure; Newton's method reaches less.
    static let leastTolerance = 5e-5
    /// b is found by a matrix of C×C.
    private static let mostClasses = 64

    package static func reason(for problem: ConvexProblem) -> String? {
        let (loss, examples) = (problem.objective.loss, problem.examples)
        guard problem.quadratic > 0, problem.absolute == 0, problem.curved != nil,
            !loss.hasKinks, examples.classCount <= mostClasses, ScaledRows.keepsZeros(examples)
        else { return nil }
        return "a line of weights costs one pass over sparse data, wherever it is searched"
    }

    package static func bytes(for problem: ConvexProblem) -> Int {
        let (examples, classes) = (problem.examples, problem.examples.classCount)
        let entries = ScaledRows.entries(examples)
        return 8 * entries + SparseCurvedPass.bytes(examples, entries: entries)
            + 8 * examples.count * classes + 4 * (2 * LineSearch.history + 12) * classes
            * (examples.dimension + 1)
    }

    package static func run(
        _ problem: ConvexProblem, from start: LinearClassifier, _ progress: SolverProgress
    ) -> StopReason {
        guard var search = LineSearch(problem, from: start, progress) else {
            return .stalled(step: 0)
        }
        return search.run()
    }
}
