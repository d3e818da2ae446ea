import Declarations
import Learning
import Numeric
import Platform

/// `tune [lr=[…]] [reg=[…]] …`, `tune random N …`
package enum TuneCommand: Command {
    package static let name = "tune"
    package static let group = CommandGroup.optimization
    package static let keepsWork = true
    package static let summary =
        "train with several hyperparameters of sgd and keep the best on val"
    package static let discussion = """
        A candidate is a combination of hyperparameters. Each starts from the current weights, and
        they train in parallel on all cores. The weights and the regularization strength of the
        candidate with the highest accuracy on val are kept; of candidates with equal accuracy, those
        of the one with the lowest loss on val. plot tune draws their accuracies.
        With statements in { } these train instead of sgd, each combination from the state before, and
        find its values as $lr, $reg, $batch and $momentum. What the best combination leaves is kept.
        """
    package static let examples = [
        Example(
            "tune lr=[1e-3, 1e-2, 1e-1] reg=[0, 1e-3]", "a grid of six candidates",
            setup: "load iris; reg l2",
            result: """
                     lr    reg  batch  momentum    loss  train    val
                    0.1      0    128         0  0.5539  0.856  0.767
                    0.1  0.001    128         0  0.5546  0.856  0.767
                …
                  kept as run 1: sgd lr=0.1 batch=128 epochs=5 (reg 0)
                """),
        Example(
            "tune lr=logspace(-3, -1, 3) reg=[0, 1e-3] { reg l2 $reg; sgd lr=$lr steps=60 batch=20 }",
            "statements of your own, with the values as variables",
            result: """
                     lr    reg    loss  train    val
                    0.1  0.001  0.2528  0.922  0.767
                …
                  kept: lr=0.1 reg=0.001
                """),
        Example(
            "tune random 8 lr=[1e-4, 1] reg=[1e-5, 1e-1]",
            "eight candidates between the ends, spread evenly on a logarithmic scale",
            setup: "load iris; reg l2",
            result: """
                        lr      reg  batch  momentum    loss  train    val
                    0.0622  0.00192    128         0  0.7032  0.833  0.767
                   0.00506   0.0663    128         0  1.7998  0.833  0.733
                …
                  kept as run 1: sgd lr=0.0622 batch=128 epochs=5 (reg 0.00192)
                """),
    ]

    private static let rates = Parameter.numbers(
        "lr", "learning rates (left out: three, chosen by the spread of the data)")
    private static let strengths = Parameter.numbers(
        "reg", "regularization strengths λ (left out: the current strength)")
    private static let batches = Parameter.numbers("batch", "sizes of minibatches (left out: 128)")
    private static let momenta = Parameter.numbers("momentum", "momenta μ (left out: 0)")
    private static let epochs = Parameter.number(
        "epochs", default: 5, .positive, "how often each candidate sees all examples")
    private static let count = Parameter.count(
        "n", default: 10, in: 1...10_000, positional: true, "how many candidates")

    static let body = Parameter.block("what trains instead of sgd", isRequired: false)

    private static let lists: [any AnyParameter] = [
        rates, strengths, batches, momenta, epochs, body,
    ]

    package static let forms = [
        Form(nil, "try every combination of the lists", lists),
        Form("random", "try random values between the ends of each list", [count] + lists),
    ]

    package static func run(_ call: Invocation, in session: Session) throws(Failure) -> Outcome {
        let examples = try session.examples(.train)
        guard let validation = try session.validation() else {
            throw Failure("tune needs a val part to choose by", hint: "make one with split val=0.2")
        }
        if let body = call[body] {
            return try TuneStatements(body: body, examples: examples, validation: validation).run(
                combinations(call, session), in: session)
        }
        let candidates = try candidates(call, examples, session)
        // Each candidate keeps its weights, and each thread trains one.
        try session.requestMemory(
            (candidates.count + Parallel.threads * group.weightCopies) * examples.classCount,
            examples.dimension, MemoryLayout<Float>.stride,
            for: "tune with \(candidates.count) candidates")
        var plan = GradientDescent(
            steps: 1, batch: nil, seed: session.state.seed, run: session.drawRun())
        plan.decay = 0.95
        let results = Tuning(plan: plan, epochs: call[epochs]).run(
            candidates, from: try session.classifier(), objective: session.state.objective,
            examples: examples, validation: validation, observer: session.observer
        ).sorted { isBetter($0.1, $1.1) }
        guard var best = results.first else { throw Failure.interrupted }
        if best.1.stop.isInterruption {
            var objective = session.state.objective
            objective.strength = best.0.strength
            best.1.train = objective.evaluate(
                best.1.classifier, on: examples.judging(best.1.stop))
        }
        return finish(
            results, best, of: candidates.count, epochs: call[epochs], in: session)
    }

    private static func isBetter(_ a: TrainingResult, _ b: TrainingResult) -> Bool {
        guard let left = a.validation, let right = b.validation else { return false }
        let (x, y) = (left.accuracy, right.accuracy)
        return x != y ? x > y : left.dataLoss < right.dataLoss
    }

    // MARK: - Candidates

    private static func candidates(
        _ call: Invocation, _ examples: Examples, _ session: Session
    ) throws(Failure) -> [Tuning.Candidate] {
        if call.isGiven("reg"), !type(of: session.state.objective.penalty).takesStrength {
            throw Failure(
                "reg cannot be tuned while there is no regularization",
                hint: "choose one first, such as reg l2", parameter: "reg")
        }
        let lists = [
            try learningRates(call, examples, session),
            try list(call, strengths) { $0 >= 0 } ?? [session.state.objective.strength],
            try list(call, batches, "whole numbers from 1, such as [32, 64]") {
                $0 >= 1 && $0 <= 1e8 && $0 == $0.rounded()
            } ?? [128],
            try list(call, momenta) { $0 >= 0 && $0 < 1 } ?? [0],
        ]
        let rows = call.keyword == "random" ? draws(lists, call[count], session) : grid(lists)
        guard rows.count <= 10_000 else {
            throw Failure("tune takes at most 10 000 candidates", hint: "try tune random 100 …")
        }
        return rows.map {
            Tuning.Candidate(
                learningRate: $0[0], strength: $0[1], batch: Int(clamping: $0[2].rounded()),
                momentum: $0[3])
        }
    }

    /// The combinations of the lists that are given, for statements.
    private static func combinations(
        _ call: Invocation, _ session: Session
    ) throws(Failure) -> (names: [String], rows: [[Double]]) {
        var (names, values): ([String], [[Double]]) = ([], [])
        for parameter in [rates, strengths, batches, momenta] {
            guard let list = try list(call, parameter, "numbers", { _ in true }) else { continue }
            names.append(parameter.name)
            values.append(list)
        }
        guard !names.isEmpty else {
            throw Failure(
                "tune has no values for the statements to try",
                hint: "give a list, such as lr=[1e-3, 1e-2]")
        }
        if call.isGiven("epochs") {
            throw Failure(
                "epochs does nothing with statements in { }", hint: "give it to sgd in the { }",
                parameter: "epochs")
        }
        let rows = call.keyword == "random" ? draws(values, call[count], session) : grid(values)
        guard rows.count <= 10_000 else {
            throw Failure("tune takes at most 10 000 candidates", hint: "try tune random 100 …")
        }
        return (names, rows)
    }

    private static func list(
        _ call: Invocation, _ parameter: Parameter<[Double]?>,
        _ expectation: String = "possible values, such as [1e-3, 1e-2]",
        _ isAllowed: (Double) -> Bool
    ) throws(Failure) -> [Double]? {
        guard let values = call[parameter] else { return nil }
        guard !values.isEmpty, values.allSatisfy({ $0.isFinite && isAllowed($0) }) else {
            throw Failure(
                "\(parameter.name) must be a list of \(expectation)", parameter: parameter.name)
        }
        return values
    }

    private static func learningRates(
        _ call: Invocation, _ examples: Examples, _ session: Session
    ) throws(Failure) -> [Double] {
        let given = try list(call, rates) { $0 > 0 }
        if let given { return given }
        let rate = try session.learningRate(nil, for: examples)
        return [rate / 10, rate / 3, rate]
    }

    private static func grid(_ lists: [[Double]]) -> [[Double]] {
        lists.reduce([[]]) { rows, values in
            rows.count > 10_000 ? rows : rows.flatMap { row in values.map { row + [$0] } }
        }
    }

    /// Random rows, each value between the ends of its list: spread evenly on a logarithmic scale where
    /// both ends are above 0, otherwise evenly.
    private static func draws(_ lists: [[Double]], _ count: Int, _ session: Session) -> [[Double]] {
        var random = SeededRandom(seed: session.state.seed, stream: .run(session.drawRun()))
        return (0..<count).map { _ in
            lists.map { values in
                let (low, high) = (values.min() ?? 0, values.max() ?? 0)
                let share = random.uniform()
                guard low > 0 else { return low + share * (high - low) }
                let logarithm = Elementary.log(low) + share * Elementary.log(high / low)
                return low == high ? low : Elementary.exp(logarithm)
            }
        }
    }

    // MARK: - The report

    private static func finish(
        _ results: [(Tuning.Candidate, TrainingResult)],
        _ best: (candidate: Tuning.Candidate, result: TrainingResult), of count: Int,
        epochs: Double, in session: Session
    ) -> Outcome {
        let trials = results.compactMap { trial($0.0, $0.1) }
        session.state.objective.strength = best.candidate.strength
        let run = Run(
            number: session.nextRun, source: source(best.candidate, epochs: epochs),
            curve: best.result.curve,
            loss: best.result.train.total, trainAccuracy: best.result.train.accuracy,
            valAccuracy: best.result.validation?.accuracy, seconds: best.result.seconds,
            classifier: best.result.classifier, stop: best.result.stop)
        let done = results.filter { !$0.1.stop.isInterruption }.count
        let diverged = results.filter { $0.1.stop.isDivergence }.count
        session.keep(run, isStopped: done < count)
        session.state.trials = trials
        var text = trials.table
        if diverged > 0 {
            text += "\n  \(diverged) of \(results.count) candidates diverged; a smaller lr may help"
        }
        if done < count {
            text +=
                "\n  stopped by Ctrl-C after \(done) of \(count) candidates; the best so far is kept"
        }
        return Outcome(
            text + "\n  kept as run \(run.number): \(run.source)",
            record: [
                "candidates": .count(results.count), "diverged": .count(diverged),
                "stop": .string(
                    done < count ? StopReason.interrupted(step: done).name : run.stop.name),
                "gradient_norm": best.result.gradientNorm.map(Value.number) ?? .nothing,
                "run": .count(run.number),
                "lr": .number(best.candidate.learningRate),
                "reg": .number(best.candidate.strength), "batch": .count(best.candidate.batch),
                "momentum": .number(best.candidate.momentum), "loss": .number(run.loss),
                "train_accuracy": .number(run.trainAccuracy),
                "val_accuracy": .number(run.valAccuracy ?? 0), "trials": trials.records,
            ], warning: RunReport.warning(run))
    }

    private static func trial(
        _ candidate: Tuning.Candidate, _ result: TrainingResult
    ) -> Trial? {
        result.validation.map { validation in
            Trial(
                settings: [
                    ("lr", candidate.learningRate), ("reg", candidate.strength),
                    ("batch", Double(candidate.batch)), ("momentum", candidate.momentum),
                ], train: result.train, validation: validation, stop: result.stop)
        }
    }

    /// The call that trains a candidate by itself, and the strength that it needs.
    private static func source(_ candidate: Tuning.Candidate, epochs: Double) -> String {
        let words = [
            "sgd", "lr=\(NumberText.significant(candidate.learningRate, 3))",
            "batch=\(candidate.batch)",
            candidate.momentum > 0
                ? "momentum=\(NumberText.significant(candidate.momentum, 3))" : nil,
            "epochs=\(NumberText.general(epochs))",
            "(reg \(NumberText.significant(candidate.strength, 3)))",
        ]
        return words.compactMap { $0 }.joined(separator: " ")
    }
}
