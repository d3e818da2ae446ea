import Numeric
import Platform

/// Gradient descent on the full objective, by minibatches or by all examples at a time
/// (CS231n, lecture 3): W ← W − lr·∇L, or another optimizer's step along ∇L.
package struct GradientDescent: Sendable {
    package enum Sampling: String, CaseIterable, Sendable {
        /// Every example once an epoch, in a new order each time.
        case shuffle
        /// Each minibatch drawn with replacement, as in the lecture's listing.
        case replace
        /// Blocks of neighbouring examples in a new order, each shuffled: for data larger than
        /// memory, which is read from the disk in long pieces that way.
        case blocks
    }

    package var learningRate = 1e-3
    package var steps: Int
    /// The number of examples of a step; nil for all examples.
    package var batch: Int?
    package var optimizer: any Optimizer = SGD()
    package var schedule = Schedule.exponential
    /// What the exponential schedule multiplies the learning rate by after each epoch.
    package var decay = 1.0
    package var sampling = Sampling.shuffle
    /// Whether |W| is descended along its sub-gradient, rather than by proximal steps, which reach
    /// exact zeros.
    package var usesSubgradient = false
    package var seed: UInt64
    /// The number of this run among the runs of a seed: each draws its own random numbers.
    package var run: Int

    /// Whether it is one of many runs, of which an interrupted one is judged by some of the examples: the
    /// others wait for it.
    var isCandidate = false

    package init(steps: Int, batch: Int?, seed: UInt64, run: Int = 0) {
        self.steps = steps
        self.batch = batch
        self.seed = seed
        self.run = run
    }

    package func train(
        from start: LinearClassifier, objective: Objective, examples: Examples,
        validation: Examples?,
        observer: RunObserver = RunObserver()
    ) -> TrainingResult {
        let size = min(batch ?? examples.count, examples.count)
        let stepsPerEpoch = max(1, (examples.count + size - 1) / size)
        var order = batch.map { _ in BatchOrder(self, examples: examples, batch: size) }
        var descent = descent(from: start, objective: objective, examples: examples)
        var monitor = DescentMonitor(
            self, start: start, stepsPerEpoch: stepsPerEpoch, observer: observer)
        if descent.isLazy { monitor.lookOnlyAtEpochs() }
        var power = EpochPower(of: decay)
        // The rows of this step, and of the next step.
        var (rows, following): ([Int], [Int]) = ([], [])
        order?.next(into: &rows)
        while monitor.step < steps {
            if observer.isCancelled() {
                monitor.stop = .interrupted(step: monitor.step)
                break
            }
            let epoch = monitor.step / stepsPerEpoch
            let rate =
                learningRate
                * schedule.factor(
                    step: monitor.step, of: steps, epoch: epoch, power: power.value(at: epoch))
            let hasNext = monitor.step + 1 < steps
            let drawn: Void? = Abandonment.step { if hasNext { order?.next(into: &following) } }
            let taken = drawn.flatMap {
                descent.step(rows, then: hasNext ? following : [], rate: rate)
            }
            guard let sums = taken else {
                monitor.stop = .interrupted(step: monitor.step)
                break
            }
            monitor.record(
                sums, objective: objective,
                classifier: monitor.needsWeights ? descent.classifier() : nil,
                validation: validation)
            if monitor.stop != nil { break }
            swap(&rows, &following)
        }
        return monitor.result(
            descent.classifier(), objective: objective, examples: examples, validation: validation)
    }

    /// The quickest way to make this plan's steps.
    private func descent(
        from start: LinearClassifier, objective: Objective, examples: Examples
    ) -> any Descent {
        if let sparse = SparseDescent(start, examples: examples, objective: objective, plan: self) {
            return sparse
        }
        if let dense = DenseDescent(start, examples: examples, objective: objective, plan: self) {
            return dense
        }
        return PassDescent(start, examples: examples, objective: objective, plan: self)
    }
}
