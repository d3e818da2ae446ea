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
        var x = problem.flatten(start)
        var (loss, gradient) = problem.evaluate(x)
        var memory = CurvatureMemory(capacity: history)
        var curve = [CurvePoint(step: 0, epoch: 0, loss: loss)]
        var step = 0
        var steepest = problem.steepest(gradient, at: x)
        var stop = stopReason(step, loss, steepest, observer)
        while stop == nil {
            guard let next = advance(x, loss, gradient, memory, &problem) else {
                stop = .stalled(step: step)
                break
            }
            memory.add(Vector.difference(next.x, x), Vector.difference(next.gradient, gradient))
            (x, loss, gradient) = (next.x, next.loss, next.gradient)
            step += 1
            curve.append(CurvePoint(step: step, epoch: Double(problem.passes), loss: loss))
            let seconds = clock.seconds
            observer.report(
                RunProgress(
                    fraction: Double(step) / Double(iterations), loss: loss,
                    examplesPerSecond: Double(problem.passes * examples.count) / max(seconds, 1e-9),
                    secondsLeft: seconds / Double(step) * Double(iterations - step),
                    label: "step \(step)"))
            steepest = problem.steepest(gradient, at: x)
            stop = stopReason(step, loss, steepest, observer)
        }
        if stop == .limit, isFlat(curve) { stop = .stalled(step: step) }
        let seconds = clock.seconds
        let classifier = problem.classifier(x)
        return TrainingResult(
            classifier: classifier, curve: curve, steps: step, seconds: seconds,
            examplesSeen: problem.passes * examples.count, stop: stop ?? .limit,
            gradientNorm: Vector.dot(steepest, steepest).squareRoot(),
            train: objective.evaluate(classifier, on: examples),
            validation: validation.map { objective.evaluate(classifier, on: $0) })
    }

    /// Why the run ends at this point; nil when it goes on.
    private func stopReason(
        _ step: Int, _ loss: Double, _ steepest: [Float], _ observer: RunObserver
    ) -> StopReason? {
        let largest = Vector.largest(steepest)
        if !loss.isFinite || !largest.isFinite {
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
        return curve[curve.count - 11].loss - last.loss <= 1e-9 * abs(last.loss)
    }

    struct Point {
        var x: [Float]
        var loss: Double
        var gradient: [Float]
    }

    /// The next point; nil when no step descends any more.
    private func advance(
        _ x: [Float], _ loss: Double, _ gradient: [Float], _ memory: CurvatureMemory,
        _ problem: inout FlatProblem
    ) -> Point? {
        let steepest = problem.steepest(gradient, at: x)
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
            ? backtrack(x, loss, steepest, direction, slope, first, &problem)
            : search(x, loss, direction, slope, first, &problem)
    }
}
