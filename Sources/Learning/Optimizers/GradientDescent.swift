import Numeric

/// Gradient descent on the full objective, by minibatches or by all examples at a time
/// (CS231n, lecture 3): W ← W − lr·∇L, with momentum as in the course notes.
package struct GradientDescent: Sendable {
    package enum Sampling: String, CaseIterable, Sendable {
        /// Every example once an epoch, in a new order each time.
        case shuffle
        /// Each minibatch drawn with replacement, as in the lecture's listing.
        case replace
        /// Blocks of neighbouring examples in a new order, shuffled within: for data larger than
        /// memory, which is then read from the disk in long pieces.
        case blocks
    }

    /// What a step makes of the gradient.
    package enum Rule: String, CaseIterable, Sendable {
        /// Along it, with momentum.
        case sgd
        /// Each weight by its own length (Kingma and Ba 2015).
        case adam
    }

    package var learningRate = 1e-3
    package var steps: Int
    /// Examples a step; nil for all of them.
    package var batch: Int?
    package var momentum = 0.0
    package var isNesterov = false
    package var rule = Rule.sgd
    package var schedule = Schedule.exponential
    /// What the exponential schedule multiplies the learning rate by after each epoch.
    package var decay = 1.0
    package var sampling = Sampling.shuffle
    /// Steps along the sub-gradient of |W| instead of proximal ones, which reach exact zeros.
    package var usesSubgradient = false
    package var seed: UInt64
    package var stream: UInt64

    package init(steps: Int, batch: Int?, seed: UInt64, stream: UInt64 = 1) {
        self.steps = steps
        self.batch = batch
        self.seed = seed
        self.stream = stream
    }

    package func train(
        from start: LinearClassifier, objective: Objective, examples: Examples,
        validation: Examples?,
        observer: RunObserver = RunObserver()
    ) -> TrainingResult {
        let size = min(batch ?? examples.count, examples.count)
        let stepsPerEpoch = max(1, (examples.count + size - 1) / size)
        var order = Order(examples: examples, batch: size, isWhole: batch == nil, self)
        var state = StepState(start, examples: examples, objective: objective, plan: self)
        var monitor = Monitor(self, start: start, stepsPerEpoch: stepsPerEpoch, observer: observer)
        // Looking at the weights costs more there than many steps.
        if state.isSparse { monitor.lookOnlyAtEpochs() }
        while monitor.step < steps {
            if observer.isCancelled() {
                monitor.stop = .interrupted(step: monitor.step)
                break
            }
            let rate =
                learningRate
                * schedule.factor(
                    step: monitor.step, of: steps, epoch: monitor.step / stepsPerEpoch, decay: decay
                )
            let sums = state.step(
                rows: order.next(), objective: objective, rate: rate, plan: self)
            if monitor.needsWeights { state.settle() }
            monitor.record(
                sums, objective: objective, classifier: state.classifier, validation: validation)
            if monitor.stop != .finished { break }
        }
        state.settle()
        return monitor.result(
            state.classifier, objective: objective, examples: examples, validation: validation)
    }
}

/// Which rows each step takes.
private struct Order {
    private let rows: RowSelection
    private let batch: Int
    private let isWhole: Bool
    private let sampling: GradientDescent.Sampling
    private var random: SeededRandom
    private var permutation: [Int32] = []
    private var used = 0
    /// Kept from step to step.
    private var chosen: [Int] = []

    init(examples: Examples, batch: Int, isWhole: Bool, _ plan: GradientDescent) {
        rows = examples.rows
        self.batch = batch
        self.isWhole = isWhole
        sampling = plan.sampling
        random = SeededRandom(seed: plan.seed, stream: plan.stream)
    }

    /// Row numbers; nil for all examples.
    mutating func next() -> [Int]? {
        if isWhole { return nil }
        chosen.removeAll(keepingCapacity: true)
        if sampling == .replace {
            for _ in 0..<batch { chosen.append(rows[random.integer(below: rows.count)]) }
            return chosen
        }
        if used >= permutation.count {
            permutation = sampling == .blocks ? blocks() : random.permutation(rows.count)
            used = 0
        }
        for place in used..<min(used + batch, permutation.count) {
            chosen.append(rows[Int(permutation[place])])
        }
        used += batch
        return chosen
    }
}

extension Order {
    private static let blockRows = 8192

    /// The blocks in random order, and the examples of each in random order.
    fileprivate mutating func blocks() -> [Int32] {
        let count = (rows.count + Self.blockRows - 1) / Self.blockRows
        var order: [Int32] = []
        order.reserveCapacity(rows.count)
        for block in random.permutation(count) {
            let first = Int(block) * Self.blockRows
            let size = min(Self.blockRows, rows.count - first)
            order += random.permutation(size).map { $0 + Int32(first) }
        }
        return order
    }
}

/// The weights, their velocity, and what a step needs again and again.
private struct StepState {
    var classifier: LinearClassifier
    private var velocity: Gradient
    /// Adam's running mean of squared slopes; its mean of slopes is `velocity`.
    private var squares: Gradient
    private var gradient: Gradient
    private var steps = 0
    private let pass: Pass
    /// Steps on sparse rows; the classifier is behind until `settle`.
    private var sparse: SparseDescent?

    init(
        _ start: LinearClassifier, examples: Examples, objective: Objective, plan: GradientDescent
    ) {
        sparse = SparseDescent(start, examples: examples, objective: objective, plan: plan)
        classifier = start
        velocity = Gradient(classes: start.classes, dimension: start.dimension)
        squares = velocity
        gradient = velocity
        pass = Pass(examples, batch: plan.batch)
    }

    /// One step; gives the losses of its minibatch before it.
    mutating func step(
        rows: [Int]?, objective: Objective, rate: Double, plan: GradientDescent
    ) -> Pass.Sums {
        if let rows, let sums = sparse?.step(rows, objective: objective, rate: rate) {
            return sums
        }
        let sums = pass.run(classifier, loss: objective.loss, rows: rows, gradient: &gradient)
        steps += 1
        if plan.rule == .adam {
            adapt(objective: objective, rate: rate, plan: plan)
            return sums
        }
        let rule = WeightStep(objective: objective, rate: rate, plan: plan)
        rule.apply(
            gradient.dW.elements, to: &classifier.W.elements, velocity: &velocity.dW.elements)
        let biasRule = objective.regularizesBias ? rule : rule.withoutPenalty
        biasRule.apply(gradient.db, to: &classifier.b, velocity: &velocity.db)
        return sums
    }

    var isSparse: Bool { sparse != nil }

    /// Brings the classifier up to date.
    mutating func settle() {
        if let current = sparse?.classifier() { classifier = current }
    }

    private mutating func adapt(objective: Objective, rate: Double, plan: GradientDescent) {
        let pull = Float(objective.strength * objective.penalty.absolute)
        var rule = AdamStep(
            rate: Float(rate),
            quadratic: Float(2 * objective.strength * objective.penalty.quadratic),
            absolute: plan.usesSubgradient ? pull : 0, shrinkage: plan.usesSubgradient ? 0 : pull,
            number: steps)
        rule.apply(
            gradient.dW.elements, to: &classifier.W.elements, mean: &velocity.dW.elements,
            square: &squares.dW.elements)
        if !objective.regularizesBias {
            rule.quadratic = 0
            rule.absolute = 0
            rule.shrinkage = 0
        }
        rule.apply(gradient.db, to: &classifier.b, mean: &velocity.db, square: &squares.db)
    }
}

extension WeightStep {
    fileprivate init(objective: Objective, rate: Double, plan: GradientDescent) {
        let pull = objective.strength * objective.penalty.absolute
        self.init(
            rate: Float(rate), momentum: Float(plan.momentum), isNesterov: plan.isNesterov,
            quadratic: Float(2 * objective.strength * objective.penalty.quadratic),
            absolute: plan.usesSubgradient ? Float(pull) : 0,
            shrinkage: plan.usesSubgradient ? 0 : Float(rate * pull))
    }

    fileprivate var withoutPenalty: WeightStep {
        WeightStep(
            rate: rate, momentum: momentum, isNesterov: isNesterov, quadratic: 0, absolute: 0,
            shrinkage: 0)
    }
}

/// Watches a run: its curve, its best weights, and whether it diverges.
private struct Monitor {
    private let plan: GradientDescent
    private let stepsPerEpoch: Int
    private let observer: RunObserver
    private let clock = Stopwatch()
    private var interval: Int
    private var curve: [CurvePoint] = []
    /// Where the run began, which a run that only went uphill comes back to.
    private let start: LinearClassifier
    private var best: (loss: Double, classifier: LinearClassifier)
    private var firstLoss: Double?
    /// Since the last point of the curve, and since the last epoch.
    private var recent = Pass.Sums()
    private var epoch = Pass.Sums()
    private var examplesSeen = 0
    private var lastReport = 0.0
    var step = 0
    var stop = StopReason.finished

    init(
        _ plan: GradientDescent, start: LinearClassifier, stepsPerEpoch: Int, observer: RunObserver
    ) {
        self.plan = plan
        self.stepsPerEpoch = stepsPerEpoch
        self.observer = observer
        interval = max(1, plan.steps / 200)
        self.start = start
        best = (.infinity, start)
    }

    mutating func lookOnlyAtEpochs() { interval = max(interval, stepsPerEpoch) }

    /// Whether the next record will look at the weights.
    var needsWeights: Bool {
        let next = step + 1
        return next % interval == 0 || next % stepsPerEpoch == 0 || next == plan.steps
    }

    mutating func record(
        _ sums: Pass.Sums, objective: Objective, classifier: LinearClassifier, validation: Examples?
    ) {
        step += 1
        examplesSeen += sums.count
        recent.add(sums)
        epoch.add(sums)
        let batchLoss = sums.loss / Double(max(sums.count, 1))
        let reference = firstLoss ?? batchLoss
        firstLoss = reference
        if !batchLoss.isFinite || batchLoss > 1e4 * max(reference, 1) {
            let state =
                batchLoss.isFinite
                ? "grew to \(Self.short(batchLoss))" : "is no longer a finite number"
            stop = .diverged(step: step, reason: "the loss \(state)")
            return
        }
        let isEpochEnd = step % stepsPerEpoch == 0 || step == plan.steps
        guard isEpochEnd || step % interval == 0 else { return }
        addPoint(
            objective, classifier, validation: isEpochEnd ? validation : nil, isEpochEnd: isEpochEnd
        )
        report()
    }

    private mutating func addPoint(
        _ objective: Objective, _ classifier: LinearClassifier, validation: Examples?,
        isEpochEnd: Bool
    ) {
        // An epoch may end soon after a point; a mean over so few steps would be noise.
        let isThin = recent.count * 2 < interval * (plan.batch ?? 1)
        let mean = recent.loss / Double(max(recent.count, 1)) + objective.regularization(classifier)
        let loss = isThin ? curve.last?.loss ?? mean : mean
        if loss < best.loss {
            best.loss = loss
            best.classifier.copy(classifier)
        }
        var point = CurvePoint(step: step, epoch: Double(step) / Double(stepsPerEpoch), loss: loss)
        if isEpochEnd,
            curve.last?.epoch.rounded(.down) != point.epoch.rounded(.down) || step == plan.steps
        {
            point.trainAccuracy = Double(epoch.correct) / Double(max(epoch.count, 1))
            point.valAccuracy = validation.map { objective.evaluate(classifier, on: $0).accuracy }
            epoch = Pass.Sums()
        }
        curve.append(point)
        if !isThin { recent = Pass.Sums() }
    }

    private mutating func report() {
        let seconds = clock.seconds
        guard seconds - lastReport > 0.1 || step == plan.steps else { return }
        lastReport = seconds
        let epochs = Double(plan.steps) / Double(stepsPerEpoch)
        let label =
            stepsPerEpoch == 1 || epochs < 1
            ? "step \(step)/\(plan.steps)"
            : "epoch \(min(step / stepsPerEpoch + 1, Int(epochs.rounded(.up))))/\(Int(epochs.rounded(.up)))"
        observer.report(
            RunProgress(
                fraction: Double(step) / Double(plan.steps), loss: curve.last?.loss ?? 0,
                examplesPerSecond: Double(examplesSeen) / max(seconds, 1e-9),
                secondsLeft: seconds / Double(step) * Double(plan.steps - step), label: label))
    }

    func result(
        _ last: LinearClassifier, objective: Objective, examples: Examples, validation: Examples?
    ) -> TrainingResult {
        var stop = stop
        let seconds = clock.seconds
        var classifier = last
        var train = objective.evaluate(last, on: examples)
        if stop == .finished, !train.total.isFinite {
            stop = .diverged(step: step, reason: "the loss is no longer a finite number")
        }
        if stop != .finished {
            // A point's loss is that of the steps before it: only a look at all examples says which
            // weights are the best.
            for candidate in [best.classifier, start] {
                let evaluation = objective.evaluate(candidate, on: examples)
                guard evaluation.total < train.total || !train.total.isFinite else { continue }
                (classifier, train) = (candidate, evaluation)
            }
        }
        return TrainingResult(
            classifier: classifier, curve: curve, steps: step, seconds: seconds,
            examplesSeen: examplesSeen, stop: stop, train: train,
            validation: validation.map { objective.evaluate(classifier, on: $0) })
    }

    /// A large number in few characters, without a system's formatting.
    private static func short(_ value: Double) -> String {
        value < 1e15 ? String(Int(value)) : value.description
    }
}
