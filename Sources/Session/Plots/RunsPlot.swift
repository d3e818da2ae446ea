package import Declarations
import Learning
package import Plotting

/// The loss curves of several runs in one chart.
package enum RunsPlot: Plot {
    package static let keyword: String? = "runs"
    package static let summary =
        "the loss of several runs in one chart; after solve, how far each is from the optimum"
    package static let parameters: [any AnyParameter] = [which]

    private static let which = Parameter.numbers(
        "runs", "the numbers of the runs (left out: the last eight)")

    /// A finished run never changes, so that its picture is never out of date.
    package static let ingredients: Set<Ingredient> = []

    package static func figure(_ call: Invocation, in session: Session) throws(Failure) -> Figure {
        let runs = try chosen(call, in: session)
        if let bound = bound(of: runs, in: session) { return distances(runs, to: bound) }
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

    /// The highest bound that `solve` has proven of the runs' objective, where all have the same one on
    /// the same data.
    private static func bound(of runs: [Run], in session: Session) -> Double? {
        guard let first = runs.first,
            runs.allSatisfy({ $0.objective == first.objective && $0.examples == first.examples })
        else { return nil }
        return session.state.runs
            .filter { $0.objective == first.objective && $0.examples == first.examples }
            .compactMap(\.bound).max()
    }

    /// How far each run's losses are from the optimum: what is left to gain, by factors of ten.
    private static func distances(_ runs: [Run], to bound: Double) -> Figure {
        let layers = runs.enumerated().map { index, run in
            Layer.line(
                run.curve.filter { $0.step > 0 && $0.loss > bound }
                    .map { Point(Double($0.step), $0.loss - bound) },
                label: "\(run.number) \(run.source.prefix { $0 != " " })", colour: index)
        }
        return Figure(
            "loss of \(runs.count) run\(runs.count == 1 ? "" : "s") above the optimum",
            [
                .chart(
                    Chart(
                        x: Axis("step", isLogarithmic: true),
                        y: Axis("loss − optimum", isLogarithmic: true), layers))
            ],
            caption: "no weights have a loss below \(NumberText.significant(bound, 6))")
    }

    private static func chosen(_ call: Invocation, in session: Session) throws(Failure) -> [Run] {
        guard !session.state.runs.isEmpty else {
            throw Failure("nothing has been run yet", hint: "try sgd, and then plot runs")
        }
        guard let numbers = call[which], !numbers.isEmpty else {
            return Array(session.state.runs.suffix(8))
        }
        var runs: [Run] = []
        for number in numbers {
            runs.append(try session.finishedRun(Int(exactly: number) ?? 0, parameter: "runs"))
        }
        return runs
    }
}
