import Declarations
import Learning
package import Plotting

/// The accuracies on val that `tune` found: a heat map over two options, or a curve over one.
package enum TunePlot: Plot {
    package static let keyword: String? = "tune"
    package static let summary = "the val accuracy over the options that the last tune tried"

    /// What was tried never changes, so that its picture is never out of date.
    package static let ingredients: Set<Ingredient> = []

    /// How many places the heat map has across and up.
    private static let places = (across: 120, up: 80)

    package static func figure(_ call: Invocation, in session: Session) throws(Failure) -> Figure {
        let trials = session.state.trials
        guard let best = trials.first else {
            _ = try session.data()
            throw Failure(
                "nothing has been tuned yet", hint: "try tune lr=[1e-3, 1e-2, 1e-1] reg=[0, 1e-3]")
        }
        let options = TunedOption.varied(in: trials)
        guard let x = options.first else {
            throw Failure(
                "tune tried one value of every option, which makes no picture",
                hint: "give lists, such as tune lr=[1e-3, 1e-2, 1e-1]")
        }
        let chart = options.count == 1 ? curve(trials, x) : heatmap(trials, x, options[1], best)
        let kept = options.map { "\($0.name)=\(Trial.text($0.name, $0.value(best)))" }
        var caption =
            "best: \(kept.joined(separator: " "))"
        if options.count > 1 {
            let lowest = trials.map(\.validation.accuracy).min() ?? 0
            caption +=
                "; dark is \(NumberText.fixed(lowest, 3)), light \(NumberText.fixed(best.validation.accuracy, 3))"
        }
        if options.count > 2 {
            let others = options.dropFirst(2).map(\.name).joined(separator: " and ")
            caption += "; each place has the best \(others)"
        }
        return Figure(
            "val accuracy of \(NumberText.count(trials.count)) candidates", [.chart(chart)],
            caption: caption)
    }

    private static func curve(_ trials: [Trial], _ option: TunedOption) -> Chart {
        let sorted = trials.sorted { option.value($0) < option.value($1) }
        func layers(_ name: String, _ colour: Int, _ accuracy: (Trial) -> Double) -> [Layer] {
            let points = sorted.map { Point(option.value($0), accuracy($0)) }
            return [
                .line(points, label: name, colour: colour),
                .points(points, label: "", colour: colour),
            ]
        }
        return Chart(
            x: Axis(option.name, isLogarithmic: option.isLogarithmic), y: Axis("accuracy"),
            layers("train", 0) { $0.train.accuracy } + layers("val", 1) { $0.validation.accuracy })
    }

    /// Each place has the accuracy of the candidate that is next to it.
    private static func heatmap(
        _ trials: [Trial], _ x: TunedOption, _ y: TunedOption, _ best: Trial
    ) -> Chart {
        let (across, up) = (x.steps(places.across), y.steps(places.up))
        var values: [Double] = []
        for b in up {
            for a in across {
                let nearest = trials.min {
                    let (p, q) = (
                        x.distance(a, $0) + y.distance(b, $0), x.distance(a, $1) + y.distance(b, $1)
                    )
                    return p != q ? p < q : $0.isBetter(than: $1)
                }
                values.append(nearest?.validation.accuracy ?? 0)
            }
        }
        let grid = Grid(columns: places.across, values: values, x: x.range, y: y.range)
        return Chart(
            x: Axis(x.label), y: Axis(y.label),
            [
                .heatmap(grid),
                .mark(
                    Point(x.place(best), y.place(best)),
                    label: "\(NumberText.fixed(best.validation.accuracy, 3))"),
            ])
    }
}
