import Datasets
import Declarations
import Learning
import Notebook
import Numeric
import Plotting
import TerminalText

/// `explain [N]`, `explain scores=[3.2, 5.1, -1.7] label=0`
package enum ExplainCommand: Command {
    package static let name = "explain"
    package static let group = CommandGroup.objective
    package static let summary = "the loss of one example, step by step"
    package static let examples = [
        Example(
            "explain scores=[3.2, 5.1, -1.7] label=0", "the lecture's cat: SVM 2.9, softmax 2.04",
            setup: "",
            result: """
                              score  margin  probability …
                  → class 0   3.200       –       0.1300 …
                    class 1   5.100   2.900       0.8690 …
                    class 2  -1.700   0.000       0.0010 …
                  SVM      Σ max(0, sⱼ − s_y + 1) = 2.9 + 0 = 2.9
                  softmax  −log 0.13 = 2.04
                …
                  predicted class 1, where class 0 is right
                """),
        Example(
            "explain 3", "the fourth training example under the current weights",
            result: """
                                 score  margin  probability …
                  → setosa       0.000       –       0.3334 …
                …
                  SVM      Σ max(0, sⱼ − s_y + 1) = 0.9996 + 1 = 2
                …
                """),
    ]

    private static let index = Parameter.count(
        "index", default: 0, in: 0...Int.max, positional: true, "which example, from 0")
    private static let split = Parameter.choice(
        "split", default: "train", of: Part.names, "which part it is from")
    private static let scores = Parameter.numbers(
        "scores", "scores to explain instead of an example's")
    private static let label = Parameter.count(
        "label", default: 0, in: 0...Int.max, "the correct class of these scores, from 0")

    package static let forms = [Form(nil, "", [index, split, scores, label])]

    package static func ingredients(of call: Invocation) -> Set<Ingredient> {
        call[scores] == nil ? Set(Ingredient.allCases) : [.loss]
    }

    package static func run(_ call: Invocation, in session: Session) throws(Failure) -> Outcome {
        if let scores = call[scores] {
            guard scores.count >= 2, scores.count <= 1000 else {
                throw Failure("explain needs at least two scores", parameter: "scores")
            }
            guard call[label] < scores.count else {
                throw Failure(
                    "there is no class \(call[label]) among \(scores.count) scores",
                    hint: "classes count from 0", parameter: "label")
            }
            let names = (0..<scores.count).map { "class \($0)" }
            return explain(scores, label: call[label], names: names, session)
        }
        let examples = try session.examples(Part(rawValue: call[split]) ?? .train)
        guard call[index] < examples.count else {
            throw Failure("there are only \(examples.count) examples, from 0", parameter: "index")
        }
        let dataset = try session.data().dataset
        let label = examples.label(call[index])
        let matrix = Pass(examples).scores(
            try session.classifier(), positions: call[index]..<call[index] + 1)
        var outcome = explain(
            matrix.elements.map(Double.init), label: label, names: dataset.classNames,
            weight: session.state.objective.classWeights?.values[label], session)
        if let shape = dataset.image {
            let picture = ExamplePicture.make(
                dataset.features.row(examples.rows[call[index]]), shape,
                label: dataset.classNames[label])
            outcome.outputs.insert(
                .figure(
                    Figure("\(dataset.name), \(call[split]) \(call[index])", [.pictures([picture])])
                ),
                at: 0)
        }
        return outcome
    }

    private static func explain(
        _ scores: [Double], label: Int, names: [String], weight: Double? = nil, _ session: Session
    ) -> Outcome {
        let losses = Losses.all.map { loss -> any Loss in
            let chosen = session.state.objective.loss
            return type(of: chosen) == loss ? chosen : loss.init(ParameterValues())
        }
        var record: Record = ["label": .count(label), "scores": .list(scores.map(Value.number))]
        for loss in losses {
            let terms = loss.terms(scores, label: label)
            record[type(of: loss).termColumn.terms] = .list(terms.map(Value.number))
        }
        for loss in losses {
            record[type(of: loss).name] = .number(loss.value(scores, label: label))
        }
        let prediction = scores.indices.reduce(0) { scores[$1] > scores[$0] ? $1 : $0 }
        record["prediction"] = .count(prediction)
        let verdict =
            prediction == label
            ? "predicted \(names[prediction]), which is right"
            : "predicted \(names[prediction]), where \(names[label]) is right"
        var lines = losses.map { line($0, scores, label: label, among: losses) }
        if let weight {
            record["class_weight"] = .number(weight)
            lines.append(
                "  the objective counts it \(NumberText.significant(weight, 4)) times, by the weight of class \(names[label])"
            )
        }
        return Outcome(
            ([table(losses, scores, label: label, names: names).text] + lines + ["  " + verdict])
                .joined(separator: "\n"), record: record)
    }

    /// A row for each class, and a column for each loss's terms.
    private static func table(
        _ losses: [any Loss], _ scores: [Double], label: Int, names: [String]
    ) -> TextTable {
        let columns = losses.map { loss in
            (style: type(of: loss).termColumn, terms: loss.terms(scores, label: label))
        }
        var table = TextTable(["", "score"] + columns.map(\.style.term))
        for (index, name) in names.enumerated() {
            table.add(
                [(index == label ? "→ " : "  ") + name, NumberText.fixed(scores[index], 3)]
                    + columns.map { style, terms in
                        style.leavesOutLabel && index == label
                            ? "–" : NumberText.fixed(terms[index], style.decimals)
                    })
        }
        return table
    }

    /// `SVM      Σ max(0, sⱼ − s_y + 1) = 2.9 + 0 = 2.9`
    private static func line(
        _ loss: any Loss, _ scores: [Double], label: Int, among losses: [any Loss]
    ) -> String {
        let titles = losses.map { type(of: $0).termColumn.title }
        let title = TerminalText.pad(
            type(of: loss).termColumn.title,
            columns: titles.map(TerminalText.columns).max() ?? 0)
        func text(_ number: Double) -> String { NumberText.significant(number, 4) }
        return "  \(title)  \(loss.arithmetic(scores, label: label, text: text)) = "
            + text(loss.value(scores, label: label))
    }
}
