import Declarations
package import Learning
import Numeric
import Platform

/// `sgd [lr=] [batch=] [epochs=|steps=] …`
package enum SGDCommand: Command {
    package static let name = "sgd"
    package static let group = CommandGroup.optimization
    package static let keepsWork = true
    package static let summary = "stochastic gradient descent by minibatches"
    package static let examples = [
        Example(
            "sgd lr=1e-2 batch=16 epochs=20", "twenty times through the training part",
            result:
                "  epoch 20/20  loss 0.4497 █▃▃▂▂▂▂▂  train 0.889  val 0.700  472 k ex/s  0.00 s"),
        Example(
            "sgd steps=50 momentum=0.9 nesterov", "fifty steps, with Nesterov momentum",
            result:
                "  step 50/50  lr 0.346  loss 0.0593 █▂▁▁▁▁▁▁  train 0.956  val 0.967  396 k ex/s  0.01 s"
        ),
        Example(
            "sgd optimizer=adam schedule=cosine", "Adam, with lr that falls along a cosine",
            result:
                "  epoch 10/10  lr 0.001  loss 1.9516 █▇▅▄▂▂▁▁  train 0.578  val 0.667  514 k ex/s  0.00 s"
        ),
        Example(
            "sgd sample=replace", "minibatches drawn with replacement, as in the lecture's listing",
            result:
                "  epoch 10/10  lr 0.346  loss 0.2853 █▂▂▂▁▁▁▁  train 0.889  val 0.767  621 k ex/s  0.00 s"
        ),
    ]

    static let rate = Parameter.optionalNumber(
        "lr", .positive,
        "learning rate, the length of a step (left out: chosen by the spread of the data)")
    private static let batch = Parameter.count(
        "batch", default: 128, in: 1...100_000_000, "examples a minibatch")
    private static let epochs = Parameter.number(
        "epochs", default: 10, .positive, "how often all examples are seen")
    private static let steps = Parameter.optionalCount(
        "steps", in: 1...1_000_000_000, "how many steps, instead of epochs")
    private static let sample = Parameter.choice(
        "sample", default: "shuffle", of: GradientDescent.Sampling.allCases.map(\.rawValue),
        "a new order each epoch, draws with replacement, or blocks of neighbours in a new order, "
            + "for data larger than memory")

    private static let optimizer = Parameter.choice(
        "optimizer", default: SGD.name, of: Optimizers.all.map { $0.name },
        Optimizers.all.map { $0.summary }.joined(separator: ", or "))
    private static let schedule = Parameter.choice(
        "schedule", default: "exponential", of: Schedule.allCases.map(\.rawValue),
        "how lr falls: by decay an epoch, to 0 at the end, or not")

    package static let forms = [
        Form(
            nil, "",
            [
                rate, batch, epochs, steps, optimizer,
            ] + Optimizers.hyperparameters + [GDCommand.decay, schedule, sample, GDCommand.l1])
    ]

    /// `2.5`, and whole epochs where there are many.
    private static func epochText(_ epochs: Double) -> String {
        epochs < 100 ? NumberText.significant(epochs, 3) : NumberText.count(Int(clamping: epochs))
    }

    package static func run(_ call: Invocation, in session: Session) throws(Failure) -> Outcome {
        let examples = try session.examples(.train)
        if call.isGiven("steps"), call.isGiven("epochs") {
            throw Failure("sgd takes epochs or steps, not both", parameter: "steps")
        }
        let size = min(call[batch], examples.count)
        let perEpoch = Double((examples.count + size - 1) / size)
        let wanted = (call[epochs] * perEpoch).rounded(.up)
        guard wanted < 1e12 else {
            throw Failure("that is more steps than a lifetime has", parameter: "epochs")
        }
        var plan = GradientDescent(
            steps: call[steps] ?? max(1, Int(clamping: wanted)), batch: call[batch],
            seed: session.state.seed,
            run: session.drawRun())
        let rule = Optimizers.all.first { $0.name == call[optimizer] } ?? SGD.self
        plan.optimizer = rule.init(call.values)
        plan.schedule = Schedule(rawValue: call[schedule]) ?? .exponential
        let rate = try session.learningRate(call[rate] ?? rule.learningRate, for: examples)
        plan.learningRate = rate
        plan.decay = call[GDCommand.decay]
        plan.sampling = GradientDescent.Sampling(rawValue: call[sample]) ?? .shuffle
        plan.usesSubgradient = call[GDCommand.l1] == "subgradient"
        let result = plan.train(
            from: try session.classifier(), objective: session.state.objective, examples: examples,
            validation: try session.validation(), observer: session.observer)
        let done = Double(result.steps) / perEpoch
        let title =
            call[steps] == nil
            ? "epoch \(epochText(done))/\(epochText(Double(plan.steps) / perEpoch))"
            : "step \(result.steps)/\(plan.steps)"
        let assumed = call.isGiven("lr") ? "" : "  lr \(NumberText.significant(rate, 3))"
        return RunReport.finish(
            result, title: title + assumed,
            source: Usage.call(
                Self.self, call, assuming: ["lr": NumberText.significant(rate, 3)]),
            rate: rate,
            notes: notes(call, rule, examples, in: session),
            in: session)
    }

    private static func notes(
        _ call: Invocation, _ rule: any Optimizer.Type, _ examples: Examples, in session: Session
    ) -> [String] {
        var notes = IdleArguments.notes(call, rule: rule, objective: session.state.objective)
        if call.isGiven("decay"), call[schedule] != Schedule.exponential.rawValue {
            notes.append("decay does nothing with schedule=\(call[schedule])")
        }
        if call.isGiven("batch"), call[batch] > examples.count {
            notes.append(
                "batch is larger than the training part: a step takes all \(NumberText.count(examples.count)) examples"
            )
        }
        let memory = memoryNote(
            size: examples.features.size, memory: PhysicalMemory.size ?? .max,
            sampling: GradientDescent.Sampling(rawValue: call[sample]) ?? .shuffle)
        return notes + [memory].compactMap(\.self)
    }

    /// What to do about minibatches whose rows lie all over a file that memory does not hold.
    package static func memoryNote(
        size: Int, memory: Int, sampling: GradientDescent.Sampling
    ) -> String? {
        guard size > memory, sampling != .blocks else { return nil }
        return
            "the features are larger than this machine's memory, and these minibatches read rows all "
            + "over the file: sample=blocks reads it in long pieces"
    }
}
