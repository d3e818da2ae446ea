package import Declarations
import Learning
import Numeric
package import Plotting

/// The loss along a random line through the weights, L(W + aU), as in CS231n's notes.
package enum LinePlot: Plot {
    package static let keyword: String? = "line"
    package static let summary = "the loss along a random line through the weights"
    package static let parameters: [any AnyParameter] = [reach, seed]

    private static let reach = Parameter.number(
        "reach", default: 2, .positive, "how far from W, in multiples of the length of W")
    static let seed = Parameter.count(
        "seed", default: 1, in: 0...Int.max, "the seed of the random direction")

    package static func figure(_ call: Invocation, in session: Session) throws(Failure) -> Figure {
        let classifier = try session.classifier()
        let direction = LossSurroundings.direction(
            classifier, seed: UInt64(call[seed]), stream: .firstDirection)
        let slice = LossSlice(
            objective: session.state.objective, examples: try LossSurroundings.sample(session),
            origin: classifier,
            directions: [direction])
        let places = LossSurroundings.steps(from: -call[reach], to: call[reach], count: 121)
        let values = slice.values(at: places.map { ($0, 0) })
        let curve = zip(places, values).map { Point($0, $1) }
        return Figure(
            "loss along a random direction",
            [
                .chart(
                    Chart(
                        x: Axis("a, in W + aU"), y: Axis("loss"),
                        [
                            .line(curve, label: "L(W + aU)", colour: 4),
                            .mark(Point(0, values[60]), label: "W"),
                        ]))
            ])
    }
}
