import Declarations
import Learning

/// `gd [lr=] [steps=]`
package enum GDCommand: Command {
    package static let name = "gd"
    package static let group = CommandGroup.optimization
    package static let keepsWork = true
    package static let summary = "gradient descent on all training examples at a time"
    package static let examples = [
        Example(
            "gd lr=0.01 steps=100", "one hundred steps",
            result:
                "  step 100/100  loss 0.3986 █▃▂▂▂▁▁▁  train 0.889  val 0.700  237 k ex/s  0.04 s")
    ]

    private static let steps = Parameter.count(
        "steps", default: 100, in: 1...1_000_000_000, "how many steps")
    static let decay = Parameter.number(
        "decay", default: 0.95, .positive, "what lr is multiplied by after each epoch")
    static let l1 = Parameter.choice(
        "l1", default: "proximal", of: ["proximal", "subgradient"], "how |W| is descended")

    package static let forms = [
        Form(nil, "", [SGDCommand.rate, steps] + SGD.hyperparameters + [l1])
    ]

    package static func run(_ call: Invocation, in session: Session) throws(Failure) -> Outcome {
        let examples = try session.examples(.train)
        let rate = try session.learningRate(call[SGDCommand.rate], for: examples)
        var plan = GradientDescent(
            steps: call[steps], batch: nil, seed: session.state.seed, run: session.drawRun())
        plan.learningRate = rate
        plan.optimizer = SGD(call.values)
        plan.usesSubgradient = call[l1] == "subgradient"
        let result = plan.train(
            from: try session.classifier(), objective: session.state.objective,
            examples: examples, validation: try session.validation(),
            observer: session.observer)
        return RunReport.finish(
            result,
            title: "step \(result.steps)/\(plan.steps)"
                + (call.isGiven("lr") ? "" : "  lr \(NumberText.significant(rate, 3))"),
            source: Usage.call(
                Self.self, call, assuming: ["lr": NumberText.significant(rate, 3)]),
            rate: rate, notes: IdleArguments.notes(call, objective: session.state.objective),
            in: session)
    }
}
