import Datasets
import Declarations
import Learning

/// `loss`, `loss svm`, `loss softmax`
package enum LossCommand: Command {
    package static let name = "loss"
    package static let group = CommandGroup.objective
    package static let summary = "choose the data loss, or evaluate the full loss"
    package static let discussion = """
        weights= makes the examples of each class count more or less: the data loss is 1/N Σ w_{yᵢ} Lᵢ.
        balanced is w = n/(C·n_c) for the n_c of n training examples that are of class c, as in
        scikit-learn's class_weight; it is measured anew when the training part changes. A list has a
        number for each class in their order, and a record, such as {cat: 2}, some of them by name: the
        others count 1.
        """
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
            "loss softmax weights=balanced", "rare classes count as much as frequent ones",
            setup: "load iris; split val=0 test=99",
            result: """
                  Lᵢ = −log(e^{s_{yᵢ}} / Σⱼ e^{sⱼ})     now 1.0986   (W ≈ 0 gives 1.0986)
                  class weights: setosa 1 · versicolor 1 · virginica 1
                """),
        Example(
            "loss split=val", "the full loss on the validation part, with its two terms",
            result: "  val loss 1.9998 = data 1.9998 + regularization 0.0000"),
    ]

    private static let split = Parameter.choice(
        "split", default: "train", of: Part.names, positional: true, "which part to evaluate on")

    private static let weights = Parameter.value(
        "weights", ClassWeightsReading.expectation,
        "how much each class counts (left out: 1)")

    package static var forms: [Form] {
        [Form(nil, "evaluate: data part, regularization part, total", [split])]
            + Losses.all.map { loss in
                Form(
                    loss.name, "\(loss.summary): \(loss.formula)", loss.hyperparameters + [weights])
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
        session.state.objective.classWeights = try ClassWeightsReading.weights(
            call[weights], parameter: weights.name, for: session.state.data)
        let objective = session.state.objective
        guard let data = session.state.data else {
            return Outcome(
                "  \(objective.loss.formula)\(weightsLine(objective, []))",
                record: ["loss": .string(loss.name)])
        }
        let evaluation = objective.evaluate(
            try session.classifier(), on: try session.examples(.train))
        let hint =
            session.state.classifier == nil
            ? "   (W ≈ 0 gives \(NumberText.significant(expected(objective, data), 5)))" : ""
        return Outcome(
            "  \(objective.loss.formula)     now \(NumberText.loss(evaluation.dataLoss))\(hint)"
                + weightsLine(objective, data.dataset.classNames),
            record: record(evaluation, objective, part: .train))
    }

    private static func weightsLine(_ objective: Objective, _ names: [String]) -> String {
        objective.classWeights.map { "\n  class weights: \($0.text(names))" } ?? ""
    }

    /// The data loss of scores that are all 0.
    private static func expected(_ objective: Objective, _ data: LoadedData) -> Double {
        let value = objective.loss.valueAtZero(classes: data.dataset.classCount)
        guard case .given = objective.classWeights?.rule else { return value }
        let examples = data.examples(.train)
        let weights = objective.classWeights?.values ?? []
        // Balanced weights have the mean 1.
        let sum = (0..<examples.count).reduce(0.0) { $0 + weights[examples.label($1)] }
        return value * sum / Double(examples.count)
    }

    private static func evaluate(_ part: Part, in session: Session) throws(Failure) -> Outcome {
        let evaluation = session.state.objective.evaluate(
            try session.classifier(), on: try session.examples(part))
        return Outcome(
            """
              \(part.rawValue) loss \(NumberText.loss(evaluation.total)) = data \(NumberText.loss(evaluation.dataLoss)) \
            + regularization \(NumberText.loss(evaluation.regularization))
            """, record: record(evaluation, session.state.objective, part: part))
    }

    private static func record(
        _ evaluation: Evaluation, _ objective: Objective, part: Part
    ) -> Record {
        var record: Record = [
            "loss": .number(evaluation.total), "data_loss": .number(evaluation.dataLoss),
            "reg_loss": .number(evaluation.regularization), "split": .string(part.rawValue),
        ]
        if let weights = objective.classWeights {
            record["class_weights"] = .list(weights.values.map(Value.number))
        }
        return record
    }
}
