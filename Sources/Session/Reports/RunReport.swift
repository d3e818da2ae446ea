import Learning
import Plotting

/// What searches and optimizers report about a run.
enum RunReport {
    /// The sentence about a run that did not finish, or nothing; `rate` is the learning rate to try
    /// where this one was too large.
    static func stopText(_ stop: StopReason, rate: @autoclosure () -> Double? = nil) -> String {
        switch stop {
        case .finished: ""
        case .interrupted(let step):
            "\n  stopped by Ctrl-C after \(NumberText.count(step)) steps; the best so far is kept"
        case .diverged(let step, let reason):
            "\n  stopped at step \(NumberText.count(step)): \(reason); the best so far is kept"
                + (rate().map { "\n  try a smaller step: lr=\(NumberText.significant($0, 2))" }
                    ?? "")
        }
    }

    /// A tenth of a learning rate, or what suits the data where that is less.
    private static func smaller(_ rate: Double, in session: Session) -> Double {
        let suited = (try? session.examples(.train)).map { StepSize.suggested(for: $0) }
        return min(rate / 10, suited ?? .infinity)
    }

    static func stopName(_ stop: StopReason) -> Value {
        switch stop {
        case .finished: "finished"
        case .interrupted: "interrupted"
        case .diverged: "diverged"
        }
    }

    static func accuracies(_ train: Evaluation, _ validation: Evaluation?) -> String {
        "train \(NumberText.fixed(train.accuracy, 3))"
            + (validation.map { "  val \(NumberText.fixed($0.accuracy, 3))" } ?? "")
    }

    /// Keeps a training run and says how it went.
    static func finish(
        _ result: TrainingResult, title: String, source: String, rate: Double?, note: String? = nil,
        in session: Session
    ) -> Outcome {
        let run = Run(
            number: session.nextRun, source: source, curve: result.curve, loss: result.train.total,
            trainAccuracy: result.train.accuracy, valAccuracy: result.validation?.accuracy,
            seconds: result.seconds, classifier: result.classifier)
        session.keep(run, isStopped: result.stop.isInterruption)
        let curve = Sparkline.text(result.curve.map(\.loss), width: 8)
        let text = """
              \(title)  loss \(NumberText.loss(result.train.total)) \(curve)  \
            \(accuracies(result.train, result.validation))  \
            \(NumberText.rate(result.examplesPerSecond)) ex/s  \(NumberText.seconds(result.seconds))\
            \(stopText(result.stop, rate: rate.map { smaller($0, in: session) }))\(note.map { "\n  " + $0 } ?? "")
            """
        return Outcome(
            text,
            record: [
                "loss": .number(result.train.total),
                "train_accuracy": .number(result.train.accuracy),
                "val_accuracy": result.validation.map { .number($0.accuracy) } ?? .nothing,
                "steps": .count(result.steps), "seconds": .number(result.seconds),
                "examples_per_second": .number(result.examplesPerSecond), "run": .count(run.number),
                "stop": stopName(result.stop),
            ])
    }
}

extension StopReason {
    /// Whether Ctrl-C ended it.
    var isInterruption: Bool { if case .interrupted = self { true } else { false } }
}
