import Numeric
import Platform

/// Training runs with different hyperparameters side by side, each on one thread and with the same
/// bits that it has alone (CS231n: "hyperparameter optimization"; random search after Bergstra and
/// Bengio 2012).
package struct Tuning: Sendable {
    package struct Candidate: Sendable {
        package var learningRate: Double
        /// λ.
        package var strength: Double
        package var batch: Int
        package var momentum: Double

        package init(learningRate: Double, strength: Double, batch: Int, momentum: Double) {
            self.learningRate = learningRate
            self.strength = strength
            self.batch = batch
            self.momentum = momentum
        }
    }

    /// The settings that all candidates share.
    package var plan: GradientDescent
    package var epochs: Double

    package init(plan: GradientDescent, epochs: Double) {
        self.plan = plan
        self.epochs = epochs
    }

    /// The candidates that were trained, in their order, each with its result; a candidate that was
    /// cancelled while it trained is among them, as an interrupted one whose loss is that of some of the
    /// examples.
    package func run(
        _ candidates: [Candidate], from start: LinearClassifier, objective: Objective,
        examples: Examples, validation: Examples, observer: RunObserver = RunObserver()
    ) -> [(Candidate, TrainingResult)] {
        let results = Results(candidates.count)
        let clock = Stopwatch()
        Parallel.forEach(candidates.count) { index in
            guard !observer.isCancelled() else { return }
            var objective = objective
            objective.strength = candidates[index].strength
            let result = plan(for: candidates[index], examples).train(
                from: start, objective: objective, examples: examples, validation: validation,
                observer: RunObserver(isCancelled: observer.isCancelled))
            let done = results.keep(result, at: index)
            let seconds = clock.seconds
            observer.report(
                RunProgress(
                    fraction: Double(done.count) / Double(candidates.count), loss: done.bestLoss,
                    examplesPerSecond: Double(done.seen) / max(seconds, 1e-9),
                    secondsLeft: seconds / Double(done.count)
                        * Double(candidates.count - done.count),
                    label: "\(done.count)/\(candidates.count)"))
        }
        return zip(candidates, results.all).compactMap { candidate, result in
            result.map { (candidate, $0) }
        }
    }

    private func plan(for candidate: Candidate, _ examples: Examples) -> GradientDescent {
        var plan = plan
        plan.isCandidate = true
        plan.learningRate = candidate.learningRate
        plan.optimizer = SGD(momentum: candidate.momentum)
        plan.batch = candidate.batch
        let size = min(candidate.batch, examples.count)
        let perEpoch = Double((examples.count + size - 1) / size)
        plan.steps = max(1, Int(clamping: (epochs * perEpoch).rounded(.up)))
        return plan
    }
}

/// The results of several threads.
private final class Results: Sendable {
    private let kept: Guarded<[TrainingResult?]>

    init(_ count: Int) { kept = Guarded([TrainingResult?](repeating: nil, count: count)) }

    func keep(_ result: TrainingResult, at index: Int) -> (count: Int, bestLoss: Double, seen: Int)
    {
        kept.with { all in
            all[index] = result
            let done = all.compactMap { $0 }
            return (
                done.count, done.map(\.train.total).min() ?? .infinity,
                done.reduce(0) { $0 + $1.examplesSeen }
            )
        }
    }

    var all: [TrainingResult?] { kept.with { $0 } }
}
