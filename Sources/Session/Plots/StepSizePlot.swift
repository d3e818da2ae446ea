import Learning
import Numeric
import Platform
package import Plotting

/// The loss after one step along the negative gradient, for steps of different length.
package enum StepSizePlot: Plot {
    package static let keyword: String? = "stepsize"
    package static let summary = "the loss after one gradient step, for steps of different length"

    package static func figure(_ call: Invocation, in session: Session) throws(Failure) -> Figure {
        let classifier = try session.classifier()
        let examples = try LossSurroundings.sample(session)
        let objective = session.state.objective
        let (here, gradient) = objective.gradient(of: classifier, on: examples)
        var downhill = LinearClassifier(W: gradient.dW, b: gradient.db)
        for index in downhill.W.elements.indices { downhill.W.elements[index].negate() }
        for index in downhill.b.indices { downhill.b[index].negate() }
        let slice = LossSlice(
            objective: objective, examples: examples, origin: classifier, directions: [downhill])
        let exponents = LossSurroundings.steps(from: -6, to: 1, count: 71)
        let lengths = exponents.map { Mathematics.pow(10, $0) }
        let values = slice.values(at: lengths.map { ($0, 0) })
        let finite = values.indices.filter { values[$0].isFinite }
        let best = finite.min { values[$0] < values[$1] } ?? 0
        let ceiling = max(here.total * 2, 1e-9)
        let curve = zip(lengths, values).filter { $0.1 <= ceiling }.map { Point($0, $1) }
        return Figure(
            "loss after one step",
            [
                .chart(
                    Chart(
                        x: Axis("step size", isLogarithmic: true, domain: 1e-6...10),
                        y: Axis("loss"),
                        [
                            .line(curve, label: "L(W − step·∇L)", colour: 4),
                            .mark(
                                Point(lengths[best], values[best]),
                                label: "lowest at \(NumberText.significant(lengths[best], 2))"),
                        ]))
            ],
            caption:
                "the loss now is \(NumberText.loss(here.total)); steps after which it is more than twice that are not drawn"
        )
    }
}
