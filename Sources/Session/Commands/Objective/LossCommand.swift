import Datasets
import Declarations
import Learning

/// `loss`, `loss svm`, `loss softmax`
package enum LossCommand: Command {
    package static let name = "loss"
    package static let group = CommandGroup.objective
    package static let summary = "choose the data loss, or evaluate the full loss"
    package static let examples = [
        Example(
            "loss svm margin=1", "multiclass SVM",
            result: "  Lᵢ = Σ_{j≠yᵢ} max(0, sⱼ − s_{yᵢ} + 1)     now 1.9998   (W ≈ 0 gives 2)"),
        Example(
            "loss svm squared", "squared hinge",
            result: "  Lᵢ = Σ_{j≠yᵢ} max(0, sⱼ − s_{yᵢ} + 1)²     now 1.9997   (W ≈ 0 gives 2)"),
        Example(
            "loss softmax", "cross-entropy",
            result: "  Lᵢ = −log(e^{s_{yᵢ}} / Σⱼ e^{sⱼ})     now 1.0986   (W ≈ 0 gives 1.0986)"),
        Example(
            "loss split=val", "the full loss on the validation part, with its two terms",
            result: "  val loss 1.9998 = data 1.9998 + regularization 0.0000"),
    ]

    private static let split = Parameter.choice(
        "split", default: "train", of: Part.names, positional: true, "which part to evaluate on")

    package static var forms: [Form] {
        [Form(nil, "evaluate: data part, regularization part, total", [split])]
            + Losses.all.map { loss in
                Form(loss.name, "\(loss.summary): \(loss.formula)", loss.hyperparameters)
            }
    }

    package static func suggestion(for word: String) -> String? {
        Losses.all.first { $0.aliases.contains(word.lowercased()) }
            .map { "did you mean '\($0.name)'?" }
    }

    package static func run(_ call: Invocation, in session: Session) throws(Failure) -> Outcome {
        guard let loss = Losses.all.first(where: { $0.name == call.keyword }) else {
            return try evaluate(Part(rawValue: call[split]) ?? .train, in: session)
        }
        session.state.objective.loss = loss.init(call.values)
        let objective = session.state.objective
        guard session.state.data != nil else {
            return Outcome("  \(objective.loss.formula)", record: ["loss": .string(loss.name)])
        }
        let evaluation = objective.evaluate(
            try session.classifier(), on: try session.examples(.train))
        let classes = try session.data().dataset.classCount
        let expected = objective.loss.valueAtZero(classes: classes)
        let hint =
            session.state.classifier == nil
            ? "   (W ≈ 0 gives \(NumberText.significant(expected, 5)))" : ""
        return Outcome(
            "  \(objective.loss.formula)     now \(NumberText.loss(evaluation.dataLoss))\(hint)",
            record: record(evaluation, part: .train))
    }

    private static func evaluate(_ part: Part, in session: Session) throws(Failure) -> Outcome {
        let evaluation = session.state.objective.evaluate(
            try session.classifier(), on: try session.examples(part))
        return Outcome(
            """
              \(part.rawValue) loss \(NumberText.loss(evaluation.total)) = data \(NumberText.loss(evaluation.dataLoss)) \
            + regularization \(NumberText.loss(evaluation.regularization))
            """, record: record(evaluation, part: part))
    }

    private static func record(_ evaluation: Evaluation, part: Part) -> Record {
        [
            "loss": .number(evaluation.total), "data_loss": .number(evaluation.dataLoss),
            "reg_loss": .number(evaluation.regularization), "split": .string(part.rawValue),
        ]
    }
}
