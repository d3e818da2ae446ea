import Datasets
import Declarations
import Learning
import Notebook
import Plotting

/// `confusion [train·val·test]`
package enum ConfusionCommand: Command {
    package static let name = "confusion"
    package static let group = CommandGroup.evaluation
    package static let summary = "how often each class was predicted as each class"
    package static let examples = [
        Example(
            "confusion test", "rows are true classes, columns predictions",
            setup: "load iris; sgd epochs=5",
            result: """
                confusion, test
                true\\taken for     setosa versicolor  virginica
                setosa                 10          0          0
                versicolor              0          8          2
                virginica               0          1          9
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
        let table = CountTable(
            rowTitle: "true", columnTitle: "taken for", labels: names, counts: counts)
        let record: Record = [
            "split": .string(part.rawValue), "classes": .list(names.map(Value.string)),
            "counts": .list(counts.map { .list($0.map(Value.count)) }),
        ]
        return Outcome(
            outputs: [.figure(Figure("confusion, \(part.rawValue)", [.table(table)]))],
            value: .record(record))
    }
}

extension Session {
    /// How many examples of each class of a part were taken for each class.
    func confusion(on part: Part) throws(Failure) -> [[Int]] {
        let examples = try examples(part)
        try requestScores(of: examples)
        let classes = examples.classCount
        // A count, its value in the record and its text.
        try requestMemory(
            classes, classes, 64, for: "a table of \(NumberText.count(classes)) classes")
        return confusionMatrix(try classifier(), on: examples)
    }
}
