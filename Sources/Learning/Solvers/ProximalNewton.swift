/// Newton's method where the penalty has |W| in it (newGLMNET: Yuan, Ho and Lin 2012): a quadratic model of
/// the loss and the penalty itself are minimized together by coordinate descent over features, and a line
/// search goes towards that minimum. Weights are exactly zero wherever the slope is too small to move
/// them, and features that are all zero are left out until their slope says otherwise.
package enum ProximalNewton: Solver {
    package static let name = "proximal"
    package static let summary = "proximal Newton steps by coordinate descent, for |W|"

    package static func reason(for problem: ConvexProblem) -> String? {
        let loss = problem.objective.loss
        guard problem.absolute > 0, problem.curved != nil, !loss.hasKinks,
            ScaledRows.canMake(problem.examples)
        else { return nil }
        return "coordinate descent finds which weights are exactly zero"
    }

    package static func bytes(for problem: ConvexProblem) -> Int {
        let examples = problem.examples
        let entries = ScaledRows.entries(examples)
        return SparseCurvedPass.bytes(examples, entries: entries) + 8 * entries
            + 4 * examples.count * examples.classCount
            + 4 * 8 * examples.classCount * (examples.dimension + 1)
    }

    package static func run(
        _ problem: ConvexProblem, from start: LinearClassifier, _ progress: SolverProgress
    ) -> StopReason {
        var search = ProximalSearch(problem, from: start, progress)
        return search.run()
    }
}
