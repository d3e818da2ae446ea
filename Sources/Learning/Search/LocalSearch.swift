import Numeric

/// Random local search (CS231n, lecture 3): from the current W try W + step·N(0, 1), and keep it
/// when the loss on all training examples is lower.
package struct LocalSearch: Sendable {
    package var attempts: Int
    package var step: Double
    package var seed: UInt64
    /// The number of this run among the runs of a seed: each draws its own random numbers.
    package var run: Int

    package init(attempts: Int, step: Double = 1e-4, seed: UInt64, run: Int = 0) {
        self.attempts = attempts
        self.step = step
        self.seed = seed
        self.run = run
    }

    package func run(
        from start: LinearClassifier, objective: Objective, examples: Examples,
        validation: Examples?,
        observer: RunObserver = RunObserver()
    ) -> SearchResult {
        let clock = Stopwatch()
        var random = SeededRandom(seed: seed, stream: .run(run))
        var best = start
        var bestLoss = objective.evaluate(start, on: examples).total
        var bestAttempt = 0
        var curve = [CurvePoint(step: 0, epoch: 0, loss: bestLoss)]
        var done = 0
        while done < attempts, !observer.isCancelled() {
            var candidate = best
            for index in candidate.W.elements.indices {
                candidate.W.elements[index] += Float(step * random.normal())
            }
            for index in candidate.b.indices { candidate.b[index] += Float(step * random.normal()) }
            let loss = objective.evaluate(candidate, on: examples).total
            done += 1
            if loss < bestLoss {
                (best, bestLoss, bestAttempt) = (candidate, loss, done)
                curve.append(CurvePoint(step: done, epoch: Double(done), loss: loss))
            }
            let seconds = clock.seconds
            observer.report(
                RunProgress(
                    fraction: Double(done) / Double(attempts), loss: bestLoss,
                    examplesPerSecond: Double(done * examples.count) / max(seconds, 1e-9),
                    secondsLeft: seconds / Double(done) * Double(attempts - done),
                    label: "\(done)/\(attempts)"))
        }
        curve.append(CurvePoint(step: done, epoch: Double(done), loss: bestLoss))
        return SearchResult(
            classifier: best, attempts: done, bestAttempt: bestAttempt, curve: curve,
            seconds: clock.seconds,
            stop: stop(done, bestLoss),
            train: objective.evaluate(best, on: examples),
            validation: validation.map { objective.evaluate(best, on: $0) })
    }

    private func stop(_ done: Int, _ loss: Double) -> StopReason {
        if done < attempts { return .interrupted(step: done) }
        return loss.isFinite
            ? .limit : .diverged(step: done, reason: "no attempt has a finite loss")
    }
}
