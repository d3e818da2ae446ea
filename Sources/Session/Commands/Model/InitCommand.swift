import Declarations
import Learning

/// `init [SCALE]`
package enum InitCommand: Command {
    package static let name = "init"
    package static let group = CommandGroup.model
    package static let isRisky = true
    package static let summary = "start with new weights: W ~ N(0, scale²), b = 0"
    package static let examples = [
        Example("init", "small random weights", result: "  W 3×4 ~ N(0, 0.0001²), b = 0"),
        Example("init 0", "all weights zero", result: "  W 3×4 ~ N(0, 0²), b = 0"),
    ]

    private static let scale = Parameter.number(
        "scale", default: Session.initialScale, .notNegative, positional: true,
        "standard deviation of the weights")

    package static let forms = [Form(nil, "", [scale])]

    package static func run(_ call: Invocation, in session: Session) throws(Failure) -> Outcome {
        let classifier = session.freshClassifier(try session.data(), scale: call[scale])
        session.state.classifier = classifier
        return Outcome(
            "  W \(classifier.classes)×\(NumberText.count(classifier.dimension)) ~ N(0, \(NumberText.general(call[scale]))²), b = 0",
            record: [
                "classes": .count(classifier.classes), "features": .count(classifier.dimension),
                "scale": .number(call[scale]),
            ])
    }
}
