import Declarations
import Learning

/// `lbfgs [iterations=] [tolerance=]`
package enum LBFGSCommand: Command {
    package static let name = "lbfgs"
    package static let group = CommandGroup.optimization
    package static let summary = "full-batch L-BFGS, to the optimum of a convex objective"
    package static let discussion = """
        Made for smooth losses (softmax, svm squared); with the hinge's kinks it may end early.
        With L1 or elastic-net it is OWL-QN, which reaches exact zeros.
        """
    package static let examples = [
        Example(
            "lbfgs", "until no slope is above 1e-4", setup: "load iris; loss softmax; reg l2 0.01"),
        Example(
            "lbfgs tolerance=1e-3", "sooner, and with exact zeros",
            setup: "load iris; loss softmax; reg l1 0.01"),
    ]

    private static let iterations = Parameter.count(
        "iterations", default: 1000, in: 1...1_000_000, "at most so many steps")
    private static let tolerance = Parameter.number(
        "tolerance", default: 1e-4, .positive, "the largest slope that is left")
    private static let history = Parameter.count(
        "history", default: 10, in: 1...100, "how many changes of the gradient are remembered")

    package static let forms = [Form(nil, "", [iterations, tolerance, history])]

    package static func run(_ call: Invocation, in session: Session) throws(Failure) -> Outcome {
        let examples = try session.examples(.train)
        let plan = LBFGS(
            iterations: call[iterations], tolerance: call[tolerance], history: call[history])
        let result = plan.train(
            from: try session.classifier(), objective: session.state.objective, examples: examples,
            validation: try session.validation(), observer: session.environment.observer)
        return RunReport.finish(
            result, title: "step \(result.steps)",
            source: Usage.call(Self.self, call), rate: nil, in: session)
    }
}
