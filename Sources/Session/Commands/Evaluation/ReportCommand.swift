import Datasets
import Declarations
import Learning

/// `report [train·val·test]`
package enum ReportCommand: Command {
    package static let name = "report"
    package static let group = CommandGroup.evaluation
    package static let summary = "precision, recall and F1 of each class, and their means"
    package static let discussion = """
        precision: of the examples that were taken for a class, the share that are of it. recall: of the
        examples of a class, the share that was recognized. F1 is their harmonic mean. macro is the mean
        over the classes, weighted the mean over the examples. majority is the accuracy of always saying
        the most frequent class: a classifier should be above it.
        """
    package static let examples = [
        Example(
            "report test", "how well each class is recognized",
            setup: "load iris; sgd epochs=5",
            result: """
                report, test
                              precision  recall      F1  support
                  setosa         1.0000  1.0000  1.0000       10
                  versicolor     0.8889  0.8000  0.8421       10
                  virginica      0.8182  0.9000  0.8571       10
                  macro          0.9024  0.9000  0.8997       30
                  weighted       0.9024  0.9000  0.8997       30
                  accuracy 0.9000 · balanced accuracy 0.9000 · majority 0.3333
                """)
    ]

    package static let forms = [Form(nil, "", [Part.parameter])]

    package static func ingredients(of call: Invocation) -> Set<Ingredient> {
        [.data, .preprocess]
    }

    package static func run(_ call: Invocation, in session: Session) throws(Failure) -> Outcome {
        let part = Part(rawValue: call[Part.parameter]) ?? .val
        let names = try session.data().dataset.classNames
        let counts = try session.confusion(on: part)
        let report = ClassificationReport(counts)
        return Outcome(
            text(report, names, part), record: record(report, names, part))
    }

    private static func text(
        _ report: ClassificationReport, _ names: [String], _ part: Part
    ) -> String {
        var table = TextTable(["", "precision", "recall", "F1", "support"])
        func add(_ name: String, _ scores: ClassificationReport.Scores, _ support: Int) {
            let numbers = [scores.precision, scores.recall, scores.f1]
            table.add(
                [name] + numbers.map { NumberText.fixed($0, 4) } + [NumberText.count(support)])
        }
        for (index, name) in names.enumerated() {
            add(name, report.classes[index], report.support[index])
        }
        let total = report.support.reduce(0, +)
        add("macro", report.macro, total)
        add("weighted", report.weighted, total)
        return """
            report, \(part.rawValue)
            \(table.text)
              accuracy \(NumberText.fixed(report.accuracy, 4)) · balanced accuracy \(NumberText.fixed(report.balancedAccuracy, 4)) · majority \(NumberText.fixed(report.majority, 4))
            """
    }

    private static func record(
        _ report: ClassificationReport, _ names: [String], _ part: Part
    ) -> Record {
        func scores(_ scores: ClassificationReport.Scores) -> Record {
            [
                "precision": .number(scores.precision), "recall": .number(scores.recall),
                "f1": .number(scores.f1),
            ]
        }
        let classes = names.indices.map { index in
            var entry = scores(report.classes[index])
            entry["class"] = .string(names[index])
            entry["support"] = .count(report.support[index])
            return Value.record(entry)
        }
        return [
            "split": .string(part.rawValue), "classes": .list(classes),
            "macro": .record(scores(report.macro)), "weighted": .record(scores(report.weighted)),
            "accuracy": .number(report.accuracy),
            "balanced_accuracy": .number(report.balancedAccuracy),
            "majority": .number(report.majority), "n": .count(report.support.reduce(0, +)),
        ]
    }
}
