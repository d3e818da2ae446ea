import Declarations
import Learning

/// `solve [tolerance=] [solver=] [path=]`
package enum SolveCommand: Command {
    package static let name = "solve"
    package static let group = CommandGroup.optimization
    package static let keepsWork = true
    package static let summary = "the optimum of the objective, with a proof of how near it is"
    package static let discussion = """
        With a penalty there is one best W. solve takes the solver that suits loss, penalty and data, and
        watches the gap between the lowest loss so far and a number that no weights can come below. It
        ends where that gap is at most the tolerance times the loss. Without a penalty that number is proven
        for the svm of few weights; other losses end where every slope is at most the tolerance.
        """
    package static let examples = [
        Example(
            "solve", "the lecture's SVM, to one part in ten thousand",
            setup: "load iris; reg l2 0.01",
            result: "…\n  optimum 0.1662, proven within 2.5e-6"),
        Example(
            "solve tolerance=1e-3", "with weights that are exactly zero",
            setup: "load iris; loss softmax; reg l1 0.01",
            result: "…\n  optimum 0.2298, proven within …"),
        Example(
            "solve path=[1e-3, 1e-2, 1e-1]", "the optima of three strengths",
            setup: "load iris; loss softmax; reg l1",
            result: """
                      λ    loss  train    val  zeros     gap
                    0.1  0.7384  0.967  0.900      9  …
                …
                  kept as run 1: λ = 0.001, the best on val; plot path draws them
                """),
    ]

    private static let tolerance = Parameter.number(
        "tolerance", default: 1e-4, .positive, "it ends when the gap is this share of the loss")
    private static let solver = Parameter.choice(
        "solver", default: automatic, of: [automatic] + Solvers.all.map { $0.name },
        "how it is solved; auto takes the first that suits")
    private static let automatic = "auto"

    private static let path = Parameter.numbers(
        "path", "strengths λ: the optimum of each, and the best on val is kept")

    package static let forms = [Form(nil, "", [tolerance, solver, path])]

    /// Conjugate gradients keep four directions, and a solver its point, slopes and best weights.
    package static func weightCopies(of call: Invocation) -> Int { 4 + group.weightCopies }

    package static func run(_ call: Invocation, in session: Session) throws(Failure) -> Outcome {
        let problem = ConvexProblem(
            objective: session.state.objective, examples: try session.examples(.train))
        let search = OptimumSearch(
            tolerance: call[tolerance], solver: Solvers.named(call[solver]))
        guard let first = search.solvers(for: problem).first else {
            throw refusal(call, problem)
        }
        try session.requestMemory(
            search.bytes(for: problem), 1, 1, for: "solve by \(first.solver.name)")
        if let strengths = call[path] {
            return try follow(strengths, search, problem, call, in: session)
        }
        let result = search.train(
            from: try session.classifier(), objective: problem.objective,
            examples: problem.examples,
            validation: try session.validation(), observer: session.observer)
        return RunReport.finish(
            result, title: result.proof?.solver ?? "", source: Usage.call(Self.self, call),
            rate: nil, seeksOptimum: true, ending: "\n" + ending(result), in: session)
    }

    private static func refusal(_ call: Invocation, _ problem: ConvexProblem) -> Failure {
        let name = problem.objective.shortName
        guard Solvers.suited(to: problem).isEmpty else {
            return Failure(
                "the solver \(call[solver]) does not take \(name) on these data",
                hint: "leave solver out", parameter: solver.name)
        }
        return Failure(
            "without a penalty \(name) is a linear program, which solve takes with at most \(NumberText.count(InteriorPoint.mostWeights)) weights, few enough examples and one at least of each class",
            hint: "choose a penalty first, such as reg l2 1e-3")
    }

    private static func follow(
        _ strengths: [Double], _ search: OptimumSearch, _ problem: ConvexProblem,
        _ call: Invocation, in session: Session
    ) throws(Failure) -> Outcome {
        guard !strengths.isEmpty, strengths.count <= 1000,
            strengths.allSatisfy({ $0 > 0 && $0.isFinite })
        else {
            throw Failure(
                "path must be a list of at most 1000 strengths above 0, such as logspace(-4, -1, 10)",
                parameter: path.name)
        }
        guard type(of: problem.objective.penalty).takesStrength else {
            throw Failure(
                "there is no path without regularization",
                hint: "choose one first, such as reg l2", parameter: path.name)
        }
        try session.requestMemory(
            strengths.count * problem.examples.classCount, problem.examples.dimension,
            MemoryLayout<Float>.stride, for: "solve with \(strengths.count) strengths")
        let results = OptimumPath(search: search, strengths: strengths).train(
            from: try session.classifier(), objective: problem.objective,
            examples: problem.examples, validation: try session.validation(),
            observer: session.observer)
        return PathReport.finish(
            results, of: strengths.count, source: Usage.call(Self.self, call), in: session)
    }

    /// Which solver it was and why, and how near the optimum the result is.
    private static func ending(_ result: TrainingResult) -> String {
        let value = NumberText.significant(result.train.total, 4)
        let within = result.proof?.gap.map { NumberText.significant($0, 2) }
        let reason = "  " + (result.proof?.reason ?? "")
        let norm =
            result.gradientNorm.map { "the gradient's norm is \(NumberText.significant($0, 2))" }
        switch (result.stop, within) {
        case (.diverged, _):
            return reason + RunReport.stopText(result.stop)
        case (.converged, let within?):
            return reason + "\n  optimum \(value), proven within \(within)"
        case (_, nil) where result.proof?.isBeyondReach == true:
            return reason
                + "\n  no W is best: this one, with a loss of \(value), separates the classes, and the loss falls to 0 as W grows"
                + "\n  a penalty, such as reg l2 1e-3, has one"
        case (.converged, nil):
            return reason + "\n  converged at \(value)" + (norm.map { ": \($0)" } ?? "")
                + "; without a penalty no bound is proven"
        case (.interrupted, let within?):
            return reason
                + "\n  stopped by Ctrl-C: the best so far is \(value), within \(within) of the optimum"
        case (_, let within?):
            return reason + "\n  not converged: \(value) is proven within \(within) of the optimum"
        case (_, nil):
            return reason + RunReport.stopText(result.stop, norm: result.gradientNorm)
        }
    }
}
