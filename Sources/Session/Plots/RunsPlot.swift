package import Declarations
import Learning
package import Plotting

/// The loss curves of several runs in one chart.
package enum RunsPlot: Plot {
    package static let keyword: String? = "runs"
    package static let summary = "the loss of several runs in one chart"
    package static let parameters: [any AnyParameter] = [which]

    private static let which = Parameter.numbers(
        "runs", "the numbers of the runs (left out: the last eight)")

    /// A finished run never changes, so that its picture is never out of date.
    package static let ingredients: Set<Ingredient> = []

    package static func figure(_ call: Invocation, in session: Session) throws(Failure) -> Figure {
        let runs = try chosen(call, in: session)
        let layers = runs.enumerated().map { index, run in
            Layer.line(
                run.curve.map { Point(Double($0.step), $0.loss) },
                label: "run \(run.number)", colour: index)
        }
        let losses = runs.flatMap { $0.curve.map(\.loss) }.filter { $0 > 0 }
        let isWide = (losses.max() ?? 1) / max(losses.min() ?? 1, 1e-300) > 20
        return Figure(
            "loss of \(runs.count) run\(runs.count == 1 ? "" : "s")",
            [.chart(Chart(x: Axis("step"), y: Axis("loss", isLogarithmic: isWide), layers))])
    }

    private static func chosen(_ call: Invocation, in session: Session) throws(Failure) -> [Run] {
        guard !session.state.runs.isEmpty else {
            throw Failure("nothing has been run yet", hint: "try sgd, and then plot runs")
        }
        guard let numbers = call[which], !numbers.isEmpty else {
            return session.state.runs.suffix(8)
        }
        var runs: [Run] = []
        for number in numbers {
            runs.append(try session.finishedRun(Int(exactly: number) ?? 0, parameter: "runs"))
        }
        return runs
    }
}
