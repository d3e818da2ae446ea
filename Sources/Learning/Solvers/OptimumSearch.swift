import Platform

/// Finds the optimum of an objective by the solver that suits it, and proves how near the result is.
package struct OptimumSearch: Sendable {
    /// The gap at which the optimum counts as found, as a share of the objective's value.
    package var tolerance: Double
    /// The solver to take; nil for the first that suits.
    package var solver: (any Solver.Type)?

    package init(tolerance: Double, solver: (any Solver.Type)? = nil) {
        self.tolerance = tolerance
        self.solver = solver
    }

    /// The solvers to try in turn: one that ends without a proof leaves its best weights to the next.
    package func solvers(for problem: ConvexProblem) -> [(solver: any Solver.Type, reason: String)]
    {
        let suited = Solvers.suited(to: problem)
        // Near the optimum single precision hides from a line where it ends, and from Newton's method that goes
        // on from there what is left.
        guard let solver else {
            return suited.filter {
                tolerance >= LineSearches.leastTolerance || $0.solver.name != LineSearches.name
            }
        }
        return suited.filter { $0.solver.name == solver.name }
    }

    /// The bytes that the search needs beside the weights: of the solver that takes the most, and for the
    /// proof.
    package func bytes(for problem: ConvexProblem) -> Int {
        let slopes = 8 * problem.examples.count * problem.examples.classCount
        return (solvers(for: problem).map { $0.solver.bytes(for: problem) }.max() ?? 0)
            + DoublePass.bytes(problem.examples) + 2 * slopes
    }

    package func train(
        from start: LinearClassifier, objective: Objective, examples: Examples,
        validation: Examples?, observer: RunObserver = RunObserver()
    ) -> TrainingResult {
        let problem = ConvexProblem(objective: objective, examples: examples)
        let progress = SolverProgress(problem, tolerance: tolerance, observer: observer)
        var stop = StopReason.stalled(step: 0)
        var used: (solver: any Solver.Type, reason: String)?
        for choice in solvers(for: problem) {
            used = used ?? choice
            let begin = progress.best?.classifier ?? start
            if examples.isQuick {
                stop = choice.solver.run(problem, from: begin, progress)
            } else {
                // What a pass made that Ctrl-C ended is not recorded.
                stop =
                    Abandonment.step { choice.solver.run(problem, from: begin, progress) }
                    ?? .interrupted(step: progress.steps)
            }
            switch stop {
            case .converged, .interrupted, .diverged: break
            case .limit, .stalled: continue
            }
            used = choice
            break
        }
        return result(stop, used, progress, start, validation)
    }

    private func result(
        _ stop: StopReason, _ used: (solver: any Solver.Type, reason: String)?,
        _ progress: SolverProgress, _ start: LinearClassifier, _ validation: Examples?
    ) -> TrainingResult {
        let (objective, examples) = (progress.problem.objective, progress.problem.examples)
        let found = progress.found(stop)
        let classifier = found?.classifier ?? start
        let seconds = progress.seconds
        let train = objective.judge(classifier, on: examples, after: stop)
        let bound = found?.bound
        return TrainingResult(
            classifier: classifier, curve: progress.curve, steps: progress.steps, seconds: seconds,
            examplesSeen: Int(clamping: progress.passes.rounded()) * examples.count, stop: stop,
            gradientNorm: bound == nil && !objective.loss.hasKinks && !stop.isInterruption
                ? Abandonment.step {
                    FlatProblem.point(at: classifier, objective, examples).gradientNorm
                } : nil,
            proof: OptimumProof(
                solver: used?.solver.name ?? "", reason: used?.reason ?? "", bound: bound,
                gap: bound.map {
                    max(
                        found?.value ?? train.total, train.count == examples.count ? train.total : 0
                    ) - $0
                },
                isBeyondReach: !stop.isInterruption
                    && Abandonment.step { progress.problem.isSeparated(by: classifier) } == true),
            train: train,
            validation: validation.map { objective.judge(classifier, on: $0, after: stop) })
    }
}
