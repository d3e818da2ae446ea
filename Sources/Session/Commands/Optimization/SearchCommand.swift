import Declarations
import Learning

/// `search random N [scale=]`, `search local N [step=]`
package enum SearchCommand: Command {
    package static let name = "search"
    package static let group = CommandGroup.optimization
    package static let keepsWork = true
    package static let summary = "random or local search over weights"
    package static let discussion = """
        Each attempt is evaluated on the whole training part, and the best weights are kept. For
        features stored as bytes random weights are drawn in raw-pixel units, as in the lecture,
        and rounded to multiples of 4·scale/127, so that scores are sums of whole numbers.
        """
    package static let examples = [
        Example(
            "search random 100", "the lecture's first very bad idea",
            result: "  100/100  best 1.9993 (attempt 83)   train 0.456  val 0.700   0.01 s"),
        Example(
            "search local 50 step=0.01", "small moves, kept when the loss is lower",
            result: "  50/50  best 1.3894 (attempt 50)   train 0.667  val 0.667   0.00 s"),
    ]

    private static let attempts = Parameter.count(
        "n", default: 1000, in: 1...1_000_000_000, positional: true, "how many attempts")
    private static let scale = Parameter.number(
        "scale", default: 1e-4, .positive, "standard deviation of the random weights")
    private static let step = Parameter.number(
        "step", default: 1e-4, .positive, "standard deviation of a move")

    package static let forms = [
        Form("random", "draw W ~ N(0, scale²) n times and keep the best", [attempts, scale]),
        Form(
            "local", "move W by step·N(0, 1), n times; a move is kept when the loss is lower",
            [attempts, step]),
    ]

    /// Random search evaluates 48 attempts at a time, in 8-bit weights that are made and then placed.
    package static func weightCopies(of call: Invocation) -> Int {
        call.keyword == "random" ? 24 + group.weightCopies : group.weightCopies
    }

    package static func run(_ call: Invocation, in session: Session) throws(Failure) -> Outcome {
        let examples = try session.examples(.train)
        let result = search(
            call, from: try session.classifier(), examples, try session.validation(), session)
        guard result.attempts > 0 else { throw Failure.interrupted }
        let run = Run(
            number: session.nextRun,
            source: Usage.call(Self.self, call, assuming: [attempts.name: "\(call[attempts])"]),
            curve: result.curve, loss: result.train.total, trainAccuracy: result.train.accuracy,
            valAccuracy: result.validation?.accuracy, seconds: result.seconds,
            classifier: result.classifier, stop: result.stop)
        session.keep(run, isStopped: result.stop.isInterruption)
        return outcome(
            result, of: call[attempts],
            end: RunReport.stopText(result.stop)
                + RunReport.sampleText(result.stop, result.train, in: session),
            warning: RunReport.warning(run))
    }

    private static func search(
        _ call: Invocation, from start: LinearClassifier, _ examples: Examples,
        _ validation: Examples?, _ session: Session
    ) -> SearchResult {
        let (seed, run) = (session.state.seed, session.drawRun())
        let (objective, observer) = (session.state.objective, session.observer)
        if call.keyword == "local" {
            return LocalSearch(
                attempts: call[attempts], step: call[step], seed: seed, run: run
            ).run(
                from: start, objective: objective, examples: examples, validation: validation,
                observer: observer)
        }
        return RandomSearch(
            attempts: call[attempts], scale: call[scale], seed: seed, run: run
        ).run(objective: objective, examples: examples, validation: validation, observer: observer)
    }

    private static func outcome(
        _ result: SearchResult, of attempts: Int, end: String, warning: String?
    ) -> Outcome {
        let winner =
            result.bestAttempt > 0
            ? " (attempt \(result.bestAttempt))" : " (no attempt had a lower loss)"
        return Outcome(
            """
              \(result.attempts)/\(attempts)  best \(NumberText.loss(result.train.total))\(winner)   \
            \(RunReport.accuracies(result.train, result.validation))   \(NumberText.seconds(result.seconds))\
            \(end)
            """,
            record: [
                "attempts": .count(result.attempts), "best_loss": .number(result.train.total),
                "best_attempt": .count(result.bestAttempt), "seconds": .number(result.seconds),
                "train_accuracy": .number(result.train.accuracy),
                "val_accuracy": result.validation.map { .number($0.accuracy) } ?? .nothing,
                "stop": .string(result.stop.name),
            ], warning: warning)
    }
}
