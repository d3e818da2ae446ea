package import Declarations
import Learning
import Numeric
package import Plotting

/// The loss over a random plane through the weights, L(W + aU + bV), as in CS231n's notes.
package enum LandscapePlot: Plot {
    package static let keyword: String? = "landscape"
    package static let summary = "the loss over a random plane through the weights"
    package static let parameters: [any AnyParameter] = [reach, size, LinePlot.seed]

    private static let reach = Parameter.number(
        "reach", default: 2, .positive, "how far from W, in multiples of the length of W")
    private static let size = Parameter.count(
        "n", default: 41, in: 5...201, "how many places along each axis")

    package static func figure(_ call: Invocation, in session: Session) throws(Failure) -> Figure {
        let classifier = try session.classifier()
        let seed = UInt64(call[LinePlot.seed])
        let slice = LossSlice(
            objective: session.state.objective, examples: try LossSurroundings.sample(session),
            origin: classifier,
            directions: [
                LossSurroundings.direction(classifier, seed: seed, stream: .firstDirection),
                LossSurroundings.direction(classifier, seed: seed, stream: .secondDirection),
            ])
        let steps = LossSurroundings.steps(from: -call[reach], to: call[reach], count: call[size])
        let places = steps.flatMap { b in steps.map { a in (a: a, b: b) } }
        let values = slice.values(at: places)
        let finite = values.indices.filter { values[$0].isFinite }
        let lowest = finite.min { values[$0] < values[$1] } ?? 0
        let highest = finite.max { values[$0] < values[$1] } ?? 0
        let range = -call[reach]...call[reach]
        return Figure(
            "loss over a random plane",
            [
                .chart(
                    Chart(
                        x: Axis("a, in W + aU + bV"), y: Axis("b"),
                        [
                            .heatmap(Grid(columns: call[size], values: values, x: range, y: range)),
                            .mark(
                                Point(places[lowest].a, places[lowest].b),
                                label: "lowest, \(NumberText.loss(values[lowest]))"),
                        ]))
            ],
            caption:
                "from \(NumberText.loss(values[lowest])) (dark) to \(NumberText.loss(values[highest])) (light); W is in the middle"
        )
    }
}
