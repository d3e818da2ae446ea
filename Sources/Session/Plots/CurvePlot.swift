import Learning
package import Plotting

/// Loss and accuracy of the last run.
package enum CurvePlot: Plot {
    package static let keyword: String? = nil
    package static let summary = "loss and accuracy of the last run"

    /// A finished run never changes, so that its picture is never out of date.
    package static let ingredients: Set<Ingredient> = []

    package static func figure(_ call: Invocation, in session: Session) throws(Failure) -> Figure {
        guard let run = session.state.runs.last else {
            throw Failure("nothing has been run yet", hint: "try sgd, and then plot")
        }
        let losses = run.curve.map { Point(Double($0.step), $0.loss) }
        let positive = losses.map(\.y).filter { $0 > 0 }
        let isWide = (positive.max() ?? 1) / max(positive.min() ?? 1, 1e-300) > 20
        var panels: [Panel] = [
            .chart(
                Chart(
                    x: Axis("step"), y: Axis("loss", isLogarithmic: isWide),
                    [.line(losses, label: "loss", colour: 4)]))
        ]
        let train = run.curve.compactMap { point in
            point.trainAccuracy.map { Point(Double(point.step), $0) }
        }
        let val = run.curve.compactMap { point in
            point.valAccuracy.map { Point(Double(point.step), $0) }
        }
        if train.count + val.count > 0 {
            panels.append(
                .chart(
                    Chart(
                        x: Axis("step"), y: Axis("accuracy"),
                        [
                            .line(train, label: "train", colour: 0),
                            .line(val, label: "val", colour: 1),
                        ].filter { $0 != .line([], label: "val", colour: 1) })))
        }
        let caption = losses.isEmpty ? "the run ended before its curve had a point" : nil
        return Figure("run \(run.number): \(run.source)", panels, caption: caption)
    }
}
