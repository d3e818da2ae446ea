import Declarations
import Learning

/// `lbfgs [iterations=] [tolerance=]`
package enum LBFGSCommand: Command {
    package static let name = "lbfgs"
    package static let group = CommandGroup.optimization
    package static let keepsWork = true
    package static let summary =
        "L-BFGS on all training examples, to the optimum of a convex objective"
    package static let discussion = """
        For smooth losses (softmax, svm squared). At the kinks of svm it would stall before the optimum, so
        it refuses; solve finds that optimum. Saved sessions that have such a line repeat it.
        With reg l1 or reg elastic it is OWL-QN, which makes weights exactly zero.
        """
    package static let examples = [
        Example(
            "lbfgs", "until every slope is at most 1e-4",
            setup: "load iris; loss softmax; reg l2 0.01",
            result:
                "  step 12  loss 0.3005 █▃▂▁▁▁▁▁  train 0.967  val 0.967  847 k ex/s  0.00 s\n  converged: …"
        ),
        Example(
            "lbfgs tolerance=1e-3", "until every slope is at most 1e-3",
            setup: "load iris; loss softmax; reg l1 0.01",
            result:
                "  step 36  loss 0.2304 █▂▁▁▁▁▁▁  train 0.967  val 0.967  762 k ex/s  0.01 s\n  converged: …"
        ),
    ]

    private static let iterations = Parameter.count(
        "iterations", default: 1000, in: 1...1_000_000, "how many steps at most")
    private static let tolerance = Parameter.number(
        "tolerance", default: 1e-4, .positive, "it ends when every slope is at most this")
    private static let history = Parameter.count(
        "history", default: 10, in: 1...100,
        "how many earlier steps it estimates the curvature from")

    package static let forms = [Form(nil, "", [iterations, tolerance, history])]

    /// The weights' and the gradient's changes of each earlier step, and what other optimizers have.
    package static func weightCopies(of call: Invocation) -> Int {
        2 * call[history] + group.weightCopies
    }

    package static func run(_ call: Invocation, in session: Session) throws(Failure) -> Outcome {
        let examples = try session.examples(.train)
        if session.state.objective.loss.hasKinks, !session.repeatsSaved {
            throw Failure(
                "lbfgs needs slopes that change smoothly, and at the kinks of \(session.state.objective.shortName) it would stall before the optimum",
                hint: "type solve, or take loss svm squared")
        }
        let plan = LBFGS(
            iterations: call[iterations], tolerance: call[tolerance], history: call[history])
        let result = plan.train(
            from: try session.classifier(), objective: session.state.objective, examples: examples,
            validation: try session.validation(), observer: session.observer)
        return RunReport.finish(
            result, title: "step \(result.steps)",
            source: Usage.call(Self.self, call), rate: nil, seeksOptimum: true, in: session)
    }
}
