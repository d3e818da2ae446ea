/// L-BFGS in rounds, each to a smaller slope, with a bound after each: for every smooth loss that no other
/// solver takes.
package enum QuasiNewton: Solver {
    package static let name = "lbfgs"
    package static let summary = "L-BFGS in rounds, for every other smooth loss"

    package static func reason(for problem: ConvexProblem) -> String? {
        // At kinks it would only stall.
        problem.objective.loss.hasKinks ? nil : "it takes every smooth loss"
    }

    package static func bytes(for problem: ConvexProblem) -> Int {
        let examples = problem.examples
        return DenseCurvedPass.bytes(examples)
            + 4 * 24 * examples.classCount * (examples.dimension + 1)
    }

    package static func run(
        _ problem: ConvexProblem, from start: LinearClassifier, _ progress: SolverProgress
    ) -> StopReason {
        let pass = DenseCurvedPass(problem.examples)
        let lower = LowerBound(problem, pass)
        var classifier = start
        var slope = 1e-2
        func certify() -> Bool { progress.certify(classifier, .weights) }
        for _ in 0..<20 where slope > 1e-7 {
            let result = LBFGS(iterations: 300, tolerance: slope).train(
                from: classifier, objective: problem.objective, examples: problem.examples,
                validation: nil, observer: RunObserver(isCancelled: progress.observer.isCancelled))
            classifier = result.classifier
            progress.passes += Double(result.examplesSeen) / Double(max(problem.examples.count, 1))
            record(classifier, problem, pass, lower, progress)
            let isCancelled = progress.isCancelled
            if progress.seemsDone || isCancelled, certify() { return .converged }
            if isCancelled { return .interrupted(step: progress.steps) }
            if result.stop.isDivergence { return result.stop }
            if !problem.isPenalized, result.gradientNorm ?? .infinity <= progress.tolerance {
                return .converged
            }
            if case .stalled = result.stop { break }
            if result.stop == .converged { slope /= 4 }
        }
        return certify() ? .converged : .stalled(step: progress.steps)
    }

    private static func record(
        _ classifier: LinearClassifier, _ problem: ConvexProblem, _ pass: DenseCurvedPass,
        _ lower: LowerBound, _ progress: SolverProgress
    ) {
        let x = pass.layout.flatten(classifier)
        let value = pass.mean(problem.objective.scoreLoss, at: x) + problem.penalty(x, pass.layout)
        var bound: Double?
        if let loss = problem.curved {
            let (sums, gradient) = pass.evaluate(x, loss)
            bound = lower.value(
                dual: sums.dual / Double(max(sums.count, 1)), gradient: gradient,
                of: loss)
        }
        progress.record(value, bound: bound, classifier)
    }
}
