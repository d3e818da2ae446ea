import Learning
import Plotting

/// What searches and optimizers report about a run.
enum RunReport {
    /// What to say about how a run ended, on lines of their own; nothing where it did all its steps.
    /// `rate` is the learning rate to try where this one was too large.
    static func stopText(
        _ stop: StopReason, norm: Double? = nil, seeksOptimum: Bool = false,
        rate: @autoclosure () -> Double? = nil
    ) -> String {
        let slope = norm.map { "the gradient's norm is \(NumberText.significant($0, 3))" } ?? ""
        switch stop {
        case .converged: return "\n  converged: \(slope)"
        case .limit:
            return seeksOptimum ? "\n  not converged at the last of its steps: \(slope)" : ""
        case .stalled(let step):
            return
                "\n  stalled at step \(NumberText.count(step)): no step lowers the loss, and \(slope)"
        case .interrupted(let step):
            return
                "\n  stopped by Ctrl-C after \(NumberText.count(step)) steps; the best so far is kept"
        case .diverged(let step, let reason, let isWhole):
            return
                (isWhole
                ? "\n  diverged: \(reason)"
                : "\n  stopped at step \(NumberText.count(step)): \(reason); the best so far is kept")
                + (rate().map { "\n  try a smaller step: lr=\(NumberText.significant($0, 2))" }
                    ?? "")
        }
    }

    /// That some of the examples told the loss and the accuracy of a run that Ctrl-C stopped; nothing
    /// where all did.
    static func sampleText(
        _ stop: StopReason, _ train: Evaluation, in session: Session
    ) -> String {
        guard stop.isInterruption, let count = session.state.data?.examples(.train).count,
            train.count < count
        else { return "" }
        return
            "\n  loss and accuracy are those of \(NumberText.count(train.count)) examples, spread evenly over the \(NumberText.count(count))"
    }

    /// A tenth of a learning rate, or what suits the data where that is less.
    private static func smaller(_ rate: Double, in session: Session) -> Double {
        let suited = (try? session.examples(.train)).flatMap { StepSize.suggested(for: $0) }
        return min(rate / 10, suited ?? .infinity)
    }

    /// The warning about a run that left no weights to rely on; nil for every other run.
    static func warning(_ run: Run) -> String? {
        run.stop.isDivergence ? "run \(run.number) diverged: \(run.source)" : nil
    }

    static func accuracies(_ train: Evaluation, _ validation: Evaluation?) -> String {
        "train \(NumberText.fixed(train.accuracy, 3))"
            + (validation.map { "  val \(NumberText.fixed($0.accuracy, 3))" } ?? "")
    }

    /// Keeps a training run and says how it went.
    static func finish(
        _ result: TrainingResult, title: String, source: String, rate: Double?,
        seeksOptimum: Bool = false, notes: [String] = [], ending: String? = nil,
        in session: Session
    ) -> Outcome {
        let run = Run(
            number: session.nextRun, source: source, curve: result.curve, loss: result.train.total,
            trainAccuracy: result.train.accuracy, valAccuracy: result.validation?.accuracy,
            seconds: result.seconds, classifier: result.classifier, stop: result.stop,
            bound: result.proof?.bound, seeksOptimum: seeksOptimum)
        session.keep(run, isStopped: result.stop.isInterruption)
        let curve = Sparkline.text(result.curve.map(\.loss), width: 8)
        let end =
            ending
            ?? stopText(
                result.stop, norm: result.gradientNorm, seeksOptimum: seeksOptimum,
                rate: rate.map { smaller($0, in: session) })
        let text = """
              \(title)  loss \(NumberText.loss(result.train.total)) \(curve)  \
            \(accuracies(result.train, result.validation))  \
            \(NumberText.rate(result.examplesPerSecond)) ex/s  \(NumberText.seconds(result.seconds))\
            \(end)\(sampleText(result.stop, result.train, in: session))\(notes.map { "\n  " + $0 }.joined())
            """
        return Outcome(text, record: record(result, run), warning: warning(run))
    }

    private static func record(_ result: TrainingResult, _ run: Run) -> Record {
        var record: Record = [
            "loss": .number(result.train.total),
            "train_accuracy": .number(result.train.accuracy),
            "val_accuracy": result.validation.map { .number($0.accuracy) } ?? .nothing,
            "steps": .count(result.steps), "seconds": .number(result.seconds),
            "examples_per_second": .number(result.examplesPerSecond), "run": .count(run.number),
            "stop": .string(result.stop.name),
        ]
        record["gradient_norm"] = result.gradientNorm.map(Value.number)
        if let proof = result.proof {
            record["solver"] = .string(proof.solver)
            record["bound"] = proof.bound.map { .number($0) } ?? .nothing
            record["gap"] = proof.gap.map { .number($0) } ?? .nothing
        }
        return record
    }
}
