import Numeric
import Platform

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
        var train = objective.judge(start, on: examples, after: nil)
        var bestAttempt = 0
        var curve = [CurvePoint(step: 0, epoch: 0, loss: train.total)]
        var done = 0
        while done < attempts, !observer.isCancelled() {
            let attempt = Abandonment.step {
                let candidate = moved(best, &random)
                return (candidate, objective.evaluate(candidate, on: examples))
            }
            guard let (candidate, evaluation) = attempt else { break }
            done += 1
            if evaluation.total < train.total {
                (best, train, bestAttempt) = (candidate, evaluation, done)
                curve.append(CurvePoint(step: done, epoch: Double(done), loss: train.total))
            }
            let seconds = clock.seconds
            observer.report(
                RunProgress(
                    fraction: Double(done) / Double(attempts), loss: train.total,
                    examplesPerSecond: Double(done * examples.count) / max(seconds, 1e-9),
                    secondsLeft: seconds / Double(done) * Double(attempts - done),
                    label: "\(done)/\(attempts)"))
        }
        curve.append(CurvePoint(step: done, epoch: Double(done), loss: train.total))
        let stop = stop(done, train.total)
        return SearchResult(
            classifier: best, attempts: done, bestAttempt: bestAttempt, curve: curve,
            seconds: clock.seconds,
            stop: stop, train: train,
            validation: validation.map { objective.judge(best, on: $0, after: stop) })
    }

    /// Weights with a step in a random direction.
    private func moved(_ weights: LinearClassifier, _ random: inout SeededRandom)
        -> LinearClassifier
    {
        var moved = weights
        for index in moved.W.elements.indices {
            if Parallel.isAbandoned(turn: index) { break }
            moved.W.elements[index] += Float(step * random.normal())
        }
        for index in moved.b.indices { moved.b[index] += Float(step * random.normal()) }
        return moved
    }

    private func stop(_ done: Int, _ loss: Double) -> StopReason {
        if done < attempts { return .interrupted(step: done) }
        return loss.isFinite
            ? .limit : .diverged(step: done, reason: "no attempt has a finite loss")
    }
}
