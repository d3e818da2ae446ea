import Platform

/// L-BFGS on the full objective (Liu and Nocedal 1989): steps along −H·g, where H is built from the
/// last few changes of the weights and the gradient, with a line search for the Wolfe conditions.
///
/// Where the penalty has |W| in it, this is OWL-QN (Andrew and Gao 2007): the steepest sub-gradient
/// takes the gradient's place, and no weight crosses zero within a step.
package struct LBFGS: Sendable {
    package var iterations: Int
    /// The run ends when no slope is larger than this.
    package var tolerance: Double
    /// The number of changes that are remembered.
    package var history: Int

    package init(iterations: Int = 1000, tolerance: Double = 1e-4, history: Int = 10) {
        self.iterations = iterations
        self.tolerance = tolerance
        self.history = history
    }

    package func train(
        from start: LinearClassifier, objective: Objective, examples: Examples,
        validation: Examples?, observer: RunObserver = RunObserver()
    ) -> TrainingResult {
        let clock = Stopwatch()
        var problem = FlatProblem(objective: objective, examples: examples)
        guard var point = Abandonment.step({ problem.point(problem.flatten(start)) }) else {
            return unbegun(start, objective, examples, validation, clock.seconds)
        }
        var memory = CurvatureMemory(capacity: history)
        var curve = [CurvePoint(step: 0, epoch: 0, loss: point.loss)]
        var step = 0
        var stop = stopReason(step, point, observer)
        while stop == nil {
            let taken = Abandonment.step { advance(point, memory, &problem) }
            guard let (next, pair) = taken ?? nil else {
                stop = taken == nil ? .interrupted(step: step) : .stalled(step: step)
                break
            }
            if let pair { memory.add(pair) }
            point = next
            step += 1
            curve.append(CurvePoint(step: step, epoch: Double(problem.passes), loss: point.loss))
            let seconds = clock.seconds
            observer.report(
                RunProgress(
                    fraction: Double(step) / Double(iterations), loss: point.loss,
                    examplesPerSecond: Double(problem.passes * examples.count) / max(seconds, 1e-9),
                    secondsLeft: seconds / Double(step) * Double(iterations - step),
                    label: "step \(step)"))
            stop = stopReason(step, point, observer)
            if stop == nil || stop == .limit, isFlat(curve) { stop = .stalled(step: step) }
        }
        let seconds = clock.seconds
        let classifier = problem.classifier(point.x)
        let isInterrupted = stop?.isInterruption ?? false
        return TrainingResult(
            classifier: classifier, curve: curve, steps: step, seconds: seconds,
            examplesSeen: problem.passes * examples.count, stop: stop ?? .limit,
            gradientNorm: point.gradientNorm,
            // Who pressed Ctrl-C waits for no further pass over all examples.
            train: isInterrupted
                ? point.evaluation
                : Abandonment.step { objective.evaluate(classifier, on: examples) }
                    ?? point.evaluation,
            validation: validation.map { objective.judge(classifier, on: $0, after: stop) })
    }

    /// What is left of a run that is stopped before its first point is known.
    private func unbegun(
        _ start: LinearClassifier, _ objective: Objective, _ examples: Examples,
        _ validation: Examples?, _ seconds: Double
    ) -> TrainingResult {
        let stop = StopReason.interrupted(step: 0)
        let train = objective.judge(start, on: examples, after: stop)
        return TrainingResult(
            classifier: start, curve: [CurvePoint(step: 0, epoch: 0, loss: train.total)], steps: 0,
            seconds: seconds, examplesSeen: 0, stop: stop, gradientNorm: nil, train: train,
            validation: validation.map { objective.judge(start, on: $0, after: stop) })
    }

    /// Why the run ends at this point; nil when it goes on.
    private func stopReason(
        _ step: Int, _ point: FlatProblem.Point, _ observer: RunObserver
    ) -> StopReason? {
        let largest = Vector.largest(point.steepest)
        if !point.loss.isFinite || !largest.isFinite {
            return .diverged(step: step, reason: "the loss is no longer a finite number")
        }
        if largest <= tolerance { return .converged }
        if step >= iterations { return .limit }
        return observer.isCancelled() ? .interrupted(step: step) : nil
    }

    /// Whether the last ten steps lowered the loss by no more than its rounding error, which the line
    /// search takes for a descent.
    private func isFlat(_ curve: [CurvePoint]) -> Bool {
        guard let last = curve.last, curve.count > 10 else { return false }
        return curve[curve.count - 11].loss - last.loss <= 1e-8 * abs(last.loss)
    }

    /// The next point, and what the step tells of the curvature; nil when no step descends any more.
    private func advance(
        _ point: FlatProblem.Point, _ memory: CurvatureMemory, _ problem: inout FlatProblem
    ) -> (FlatProblem.Point, CurvatureMemory.Pair?)? {
        guard let next = next(point, memory, &problem) else { return nil }
        let pair = CurvatureMemory.Pair(
            Vector.difference(next.x, point.x), Vector.difference(next.gradient, point.gradient))
        return (next, pair)
    }

    private func next(
        _ point: FlatProblem.Point, _ memory: CurvatureMemory, _ problem: inout FlatProblem
    ) -> FlatProblem.Point? {
        let steepest = point.steepest
        var direction = memory.direction(steepest)
        if problem.hasAbsolute {
            // Keeps only the components that also descend by the steepest sub-gradient.
            for i in direction.indices where direction[i] * steepest[i] >= 0 { direction[i] = 0 }
        }
        var slope = Vector.dot(direction, steepest)
        if slope >= 0 {
            direction = steepest.map { -$0 }
            slope = Vector.dot(direction, steepest)
        }
        let first = memory.isEmpty ? min(1, 1 / Vector.dot(steepest, steepest).squareRoot()) : 1
        return problem.hasAbsolute
            ? backtrack(point, direction, first, &problem)
            : search(point, direction, slope, first, &problem)
    }
}
