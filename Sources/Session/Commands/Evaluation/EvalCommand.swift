import Declarations
import Learning

/// `eval [train·val·test]`
package enum EvalCommand: Command {
    package static let name = "eval"
    package static let group = CommandGroup.evaluation
    package static let summary = "accuracy and loss on a part of the data"
    package static let examples = [
        Example(
            "eval test", "on examples that training never saw", setup: "load iris; sgd epochs=5",
            result: "  test accuracy 0.9000 (27 of 30)   loss 0.3190")
    ]

    package static let forms = [Form(nil, "", [Part.parameter])]

    package static func run(_ call: Invocation, in session: Session) throws(Failure) -> Outcome {
        let part = Part(rawValue: call[Part.parameter]) ?? .val
        let evaluation = session.state.objective.evaluate(
            try session.classifier(), on: try session.examples(part))
        return Outcome(
            "  \(part.rawValue) accuracy \(NumberText.fixed(evaluation.accuracy, 4)) (\(NumberText.count(evaluation.correct)) of \(NumberText.count(evaluation.count)))   loss \(NumberText.loss(evaluation.total))",
            record: [
                "split": .string(part.rawValue), "accuracy": .number(evaluation.accuracy),
                "loss": .number(evaluation.total), "n": .count(evaluation.count),
            ])
    }
}
