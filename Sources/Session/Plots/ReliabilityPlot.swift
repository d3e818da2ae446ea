package import Declarations
import Learning
package import Plotting

/// The reliability diagram (Guo et al. 2017): how often predictions are right, by their probability.
package enum ReliabilityPlot: Plot {
    package static let keyword: String? = "reliability"
    package static let summary =
        "how often predictions are right by their probability, and the expected calibration error"
    package static let parameters: [any AnyParameter] = [Part.parameter, bins]

    private static let bins = Parameter.count(
        "bins", default: 10, in: 1...100, "how many parts of equal width 0…1 is divided into")

    package static let ingredients: Set<Ingredient> = [.data, .preprocess, .loss]

    package static func drawing(
        _ call: Invocation, in session: Session
    ) throws(Failure) -> (figure: Figure, record: Record) {
        let part = Part(rawValue: call[Part.parameter]) ?? .val
        let examples = try session.examples(part)
        guard type(of: session.state.objective.loss) == Softmax.self else {
            throw Failure(
                "the scores of loss \(session.state.objective.lossName) are no probabilities, whose reliability could be drawn",
                hint: "choose loss softmax, and train")
        }
        try session.requestScores(of: examples)
        guard
            let calibration = Calibration(
                try session.classifier(), on: examples, bins: call[bins])
        else {
            throw Failure(
                "the scores are no finite numbers", hint: "train with a smaller learning rate")
        }
        return (figure(calibration, part), record(calibration, part))
    }

    private static func figure(_ calibration: Calibration, _ part: Part) -> Figure {
        let filled = calibration.bins.filter { $0.count > 0 }
        let points = filled.map { Point($0.confidence, $0.accuracy) }
        let chart = Chart(
            x: Axis("probability of the prediction", domain: 0...1),
            y: Axis("share that is right", domain: 0...1),
            [
                .line([Point(0, 0), Point(1, 1)], label: "perfect", colour: 1),
                .line(points, label: part.rawValue, colour: 0),
                .points(points, label: "", colour: 0),
            ])
        return Figure(
            "reliability, \(part.rawValue)",
            [.chart(chart), .bars(bars(calibration))],
            caption:
                "expected calibration error \(NumberText.significant(calibration.expectedError, 4)) (\(NumberText.count(calibration.count)) predictions, \(calibration.bins.count) bins of equal width)"
        )
    }

    /// How many predictions each bin has.
    private static func bars(_ calibration: Calibration) -> [Bar] {
        let count = Double(calibration.bins.count)
        return calibration.bins.enumerated().map { index, bin in
            let ends = [Double(index) / count, Double(index + 1) / count]
            return Bar(
                ends.map { NumberText.significant($0, 2) }.joined(separator: "–"),
                Double(bin.count), text: NumberText.count(bin.count))
        }
    }

    private static func record(_ calibration: Calibration, _ part: Part) -> Record {
        [
            "split": .string(part.rawValue), "n": .count(calibration.count),
            "ece": .number(calibration.expectedError),
            "bins": .list(
                calibration.bins.map { bin in
                    .record([
                        "n": .count(bin.count), "confidence": .number(bin.confidence),
                        "accuracy": .number(bin.accuracy),
                    ])
                }),
        ]
    }
}
