import Declarations
import Learning
package import Plotting

/// What the strength of the penalty does: loss, accuracy and zeros of the optima along a path.
package enum PathPlot: Plot {
    package static let keyword: String? = "path"
    package static let summary = "loss, accuracy and zeros by λ, of the last solve path="

    /// A path that was computed never changes, so that its picture is never out of date.
    package static let ingredients: Set<Ingredient> = []

    package static func figure(_ call: Invocation, in session: Session) throws(Failure) -> Figure {
        let path = session.state.path.filter { $0.strength > 0 }
        guard !path.isEmpty else {
            throw Failure(
                "there is no path of optima yet",
                hint: "make one with solve path=logspace(-4, -1, 10)")
        }
        func line(_ label: String, _ colour: Int, _ value: (PathPoint) -> Double?) -> Layer {
            .line(
                path.compactMap { point in value(point).map { Point(point.strength, $0) } },
                label: label, colour: colour)
        }
        let x = Axis("λ", isLogarithmic: true)
        var accuracies = [line("train", 0) { $0.trainAccuracy }]
        if path.contains(where: { $0.valAccuracy != nil }) {
            accuracies.append(line("val", 1) { $0.valAccuracy })
        }
        return Figure(
            "optima of \(path.count) strengths",
            [
                .chart(Chart(x: x, y: Axis("loss"), [line("loss", 4) { $0.loss }])),
                .chart(Chart(x: x, y: Axis("accuracy"), accuracies)),
                .chart(
                    Chart(
                        x: x, y: Axis("zeros among the weights", domain: 0...1),
                        [line("zeros", 2) { Double($0.zeros) / Double(max($0.weights, 1)) }])),
            ])
    }
}
