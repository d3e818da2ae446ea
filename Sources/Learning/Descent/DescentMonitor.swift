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
        var stop = stop ?? .limit
        let seconds = clock.seconds
        var classifier = last
        var train = objective.evaluate(last, on: examples)
        if stop == .limit, !train.total.isFinite {
            stop = .diverged(step: step, reason: "the loss is no longer a finite number")
        }
        if stop != .limit {
            // A point's loss is a mean over the steps before it: only an evaluation on all examples
            // shows which weights are the best.
            for candidate in [best.classifier, start] {
                let evaluation = objective.evaluate(candidate, on: examples)
                guard evaluation.total < train.total || !train.total.isFinite else { continue }
                (classifier, train) = (candidate, evaluation)
            }
        }
        return TrainingResult(
            classifier: classifier, curve: curve, steps: step, seconds: seconds,
            examplesSeen: examplesSeen, stop: stop,
            gradientNorm: plan.batch == nil
                ? FlatProblem.gradientNorm(classifier, objective, examples) : nil,
            train: train,
            validation: validation.map { objective.evaluate(classifier, on: $0) })
    }

    /// A large number in few characters, without the system's formatting.
    private static func short(_ value: Double) -> String {
        guard value >= 1e16 else { return String(Int(clamping: value)) }
        // 1.5269534686713717e+29 as 1.52e+29.
        let parts = value.description.split(separator: "e")
        return parts.count == 2 ? "\(parts[0].prefix(4))e\(parts[1])" : value.description
    }
}
