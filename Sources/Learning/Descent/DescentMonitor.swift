import Numeric
import Platform

/// Follows a run: keeps its curve and its best weights, and ends it when it diverges.
struct DescentMonitor {
    private let plan: GradientDescent
    private let stepsPerEpoch: Int
    private let observer: RunObserver
    private let clock = Stopwatch()
    private var interval: Int
    private var curve: [CurvePoint] = []
    /// The weights at the start, which are the result when every later loss is higher.
    private let start: LinearClassifier
    private var best: (loss: Double, classifier: LinearClassifier)
    private var firstLoss: Double?
    /// The sums since the last point of the curve, and since the last epoch.
    private var recent = Pass.Sums()
    private var epoch = Pass.Sums()
    private var examplesSeen = 0
    private var lastReport = 0.0
    var step = 0
    /// Why the run ends before its last step; nil when nothing ends it.
    var stop: StopReason?

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

    /// Whether the next call of `record` needs the weights.
    var needsWeights: Bool {
        let next = step + 1
        return next % interval == 0 || next % stepsPerEpoch == 0 || next == plan.steps
    }

    mutating func record(
        _ sums: Pass.Sums, objective: Objective, classifier: LinearClassifier?,
        validation: Examples?
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
        guard isEpochEnd || step % interval == 0, let classifier else { return }
        addPoint(
            objective, classifier, validation: isEpochEnd ? validation : nil, isEpochEnd: isEpochEnd
        )
        report()
    }

    private mutating func addPoint(
        _ objective: Objective, _ classifier: LinearClassifier, validation: Examples?,
        isEpochEnd: Bool
    ) {
        // An epoch may end soon after a point; a mean over fewer than half an interval is noise.
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
            point.valAccuracy = validation.flatMap { validation in
                Abandonment.step { objective.evaluate(classifier, on: validation).accuracy }
            }
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
            : "epoch \(min(step / stepsPerEpoch + 1, Int(clamping: epochs.rounded(.up))))/\(Int(clamping: epochs.rounded(.up)))"
        observer.report(
            RunProgress(
                fraction: Double(step) / Double(plan.steps), loss: curve.last?.loss,
                examplesPerSecond: Double(examplesSeen) / max(seconds, 1e-9),
                secondsLeft: seconds / Double(step) * Double(plan.steps - step), label: label))
    }

    func result(
        _ last: LinearClassifier, objective: Objective, examples: Examples, validation: Examples?
    ) -> TrainingResult {
        if stop?.isInterruption != true,
            let whole = Abandonment.step({ ended(last, objective, examples, validation) })
        {
            return whole
        }
        return interrupted(last, objective, examples, validation)
    }

    /// What is left of a run that nobody stopped.
    private func ended(
        _ last: LinearClassifier, _ objective: Objective, _ examples: Examples,
        _ validation: Examples?
    ) -> TrainingResult {
        var stop = stop ?? .limit
        let seconds = clock.seconds
        var classifier = last
        var point = FlatProblem.point(at: last, objective, examples)
        if stop == .limit, !point.loss.isFinite {
            stop = .diverged(step: step, reason: "the loss is no longer a finite number")
        }
        if stop != .limit {
            // A point's loss is a mean over the steps before it: only an evaluation on all examples
            // shows which weights are the best.
            for candidate in [best.classifier, start] {
                let found = FlatProblem.point(at: candidate, objective, examples)
                guard found.loss < point.loss || !point.loss.isFinite else { continue }
                (classifier, point) = (candidate, found)
            }
        } else if let reason = growth(to: point.loss, objective, examples) {
            stop = .diverged(step: step, reason: reason, isWhole: true)
        }
        return TrainingResult(
            classifier: classifier, curve: curve, steps: step, seconds: seconds,
            examplesSeen: examplesSeen, stop: stop, gradientNorm: point.gradientNorm,
            train: point.evaluation,
            validation: validation.map { objective.evaluate(classifier, on: $0) })
    }

    /// What is left of a run that was asked to stop.
    ///
    /// Who pressed Ctrl-C waits for it: which weights are the best shows on some of the examples. Those of
    /// a candidate are told by these alone.
    private func interrupted(
        _ last: LinearClassifier, _ objective: Objective, _ examples: Examples,
        _ validation: Examples?
    ) -> TrainingResult {
        let seconds = clock.seconds
        let stop = StopReason.interrupted(step: step)
        let judging = examples.judging(stop)
        let sample = judging.sample(Self.sampleSize)
        var classifier = last
        var lowest = objective.evaluate(last, on: sample)
        for candidate in isGoingDown && examples.hasWideRows ? [] : [best.classifier, start] {
            let found = objective.evaluate(candidate, on: sample)
            guard found.total < lowest.total || !lowest.total.isFinite else { continue }
            (classifier, lowest) = (candidate, found)
        }
        let isJudged = plan.isCandidate || sample.count == judging.count
        return TrainingResult(
            classifier: classifier, curve: curve, steps: step, seconds: seconds,
            examplesSeen: examplesSeen, stop: stop, gradientNorm: nil,
            train: isJudged ? lowest : objective.evaluate(classifier, on: judging),
            validation: validation.map { objective.judge(classifier, on: $0, after: stop) })
    }

    private static let sampleSize = 5000

    /// Whether the loss is no higher than at the first step.
    private var isGoingDown: Bool {
        guard let firstLoss, let last = curve.last else { return true }
        return last.loss <= firstLoss
    }

    /// How the loss of a run that did all its steps grew; nil where it did not diverge. It did where the
    /// objective is more than twice as large as where it began, and grew to the end: no loss of the
    /// curve's last quarter is as low as any of the first.
    private func growth(to end: Double, _ objective: Objective, _ examples: Examples) -> String? {
        // The first step's loss costs no evaluation, and only what is above it can have grown.
        guard let firstLoss, end > firstLoss + objective.regularization(start) else { return nil }
        let quarter = max(1, curve.count / 4)
        let first = curve.prefix(quarter).map(\.loss).max() ?? 0
        let last = (curve.suffix(quarter).map(\.loss) + [end]).min() ?? 0
        guard last > first || curve.count == 1 else { return nil }
        let begin = objective.evaluate(start, on: examples).total
        return end > 2 * begin
            ? "the loss grew from \(Self.short(begin)) to \(Self.short(end))" : nil
    }

    /// A number in few characters, without the system's formatting.
    private static func short(_ value: Double) -> String {
        if value < 1000 { return String((value * 100).rounded() / 100) }
        guard value >= 1e16 else { return String(Int(clamping: value)) }
        // 1.5269534686713717e+29 as 1.52e+29.
        let parts = value.description.split(separator: "e")
        return parts.count == 2 ? "\(parts[0].prefix(4))e\(parts[1])" : value.description
    }
}
