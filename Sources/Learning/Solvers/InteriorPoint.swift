import Platform

/// A primal and dual interior point method in double precision (Wright 1997, chapters 10 and 11): each step
/// solves one dense system of linear equations for all weights.
///
/// A hinge is the least ξ ≥ 0 with ξ ≥ z, and |w| the least t with −t ≤ w ≤ t; the products of these
/// constraints with their dual variables are all μ, which falls to 0. So kinks are no hindrance, and a few
/// dozen steps reach what double precision holds.
package enum InteriorPoint: Solver {
    package static let name = "interior"
    package static let summary = "interior point steps in double precision, for few weights"

    /// The most multiplications of one step.
    private static let mostWork = 1e9
    package static let mostWeights = 2000

    package static func reason(for problem: ConvexProblem) -> String? {
        guard problem.curved != nil,
            problem.objective.classWeights?.values.allSatisfy({ $0 > 0 }) ?? true,
            weights(problem) <= mostWeights, work(problem) <= mostWork
        else { return nil }
        guard problem.isPenalized else {
            return problem.isLinearProgram
                ? "an svm without a penalty is a linear program of few weights" : nil
        }
        return problem.objective.loss.hasKinks && problem.absolute > 0
            ? "few weights, and kinks in loss and penalty"
            : "few weights, and more digits than single precision has"
    }

    private static func weights(_ problem: ConvexProblem) -> Int {
        problem.examples.classCount * (problem.examples.dimension + 1)
    }

    /// The multiplications of one step: for the matrix of the equations, and for its factor.
    private static func work(_ problem: ConvexProblem) -> Double {
        let n = Double(weights(problem))
        return n * n * (0.5 * Double(problem.examples.count) + n / 3)
    }

    package static func bytes(for problem: ConvexProblem) -> Int {
        let (examples, n) = (problem.examples, weights(problem))
        return 8 * (n * n + 12 * n) + DoublePass.bytes(examples)
            + 8 * examples.count * (examples.dimension + 1 + 10 * examples.classCount)
    }

    package static func run(
        _ problem: ConvexProblem, from start: LinearClassifier, _ progress: SolverProgress
    ) -> StopReason {
        var search = InteriorSearch(problem)
        for step in 0..<100 {
            if let classifier = search.classifier, progress.proves(classifier, search.dualPoint) {
                return .converged
            }
            if progress.isCancelled { return .interrupted(step: step) }
            progress.passes += 1
            var next = search
            // Ctrl-C gives a step up, which takes seconds where there are many weights.
            guard let isMoved = Abandonment.step({ next.advance() }) else {
                return .interrupted(step: step)
            }
            guard isMoved else { break }
            search = next
        }
        return .stalled(step: progress.steps)
    }
}
