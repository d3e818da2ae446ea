import Datasets
import Declarations
import Learning
import Numeric

/// `compare A B`
package enum CompareCommand: Command {
    package static let name = "compare"
    package static let group = CommandGroup.evaluation
    package static let summary = "two runs side by side"
    package static let examples = [
        Example(
            "compare 1 2", "calls, loss, accuracy, weights", setup: "load iris\nsgd\ngd",
            result: """
                               run 1         run 2        difference
                  call         sgd lr=0.346  gd lr=0.346
                  objective    svm           svm
                  loss         0.2784        0.0876          -0.1907
                  train        0.889         0.967            +0.078
                  val          0.767         0.967            +0.200
                  seconds      …
                  length of W  1.341         2.921             +1.58
                  both give the same class to 80.0 % of the val examples
                """)
    ]

    private static let first = Parameter.optionalCount(
        "a", positional: true, "number of the first run (left out: the second newest)")
    private static let second = Parameter.optionalCount(
        "b", positional: true, "number of the second run (left out: the newest)")

    package static let forms = [Form(nil, "", [first, second])]

    /// A finished run never changes, so that its numbers are never out of date.
    package static func ingredients(of call: Invocation) -> Set<Ingredient> { [] }

    package static func run(_ call: Invocation, in session: Session) throws(Failure) -> Outcome {
        let numbers = session.state.runs.map(\.number)
        guard numbers.count > 1 else {
            throw Failure(
                "compare needs two runs, and this session has \(numbers.count)",
                hint: "try sgd, and sgd lr=…")
        }
        let a = try session.finishedRun(call[first] ?? numbers[numbers.count - 2], parameter: "a")
        let b = try session.finishedRun(call[second] ?? numbers[numbers.count - 1], parameter: "b")
        var table = TextTable(["", "run \(a.number)", "run \(b.number)", "difference"])
        table.add(["call", a.markedSource, b.markedSource, ""])
        table.add(["objective", a.objective, b.objective, ""])
        func row(_ name: String, _ x: Double?, _ y: Double?, _ text: (Double) -> String) {
            let difference = x.flatMap { x in y.map { ($0 > x ? "+" : "") + text($0 - x) } }
            table.add([name, x.map(text) ?? "–", y.map(text) ?? "–", difference ?? "–"])
        }
        row("loss", a.loss, b.loss, NumberText.loss)
        row("train", a.trainAccuracy, b.trainAccuracy) { NumberText.fixed($0, 3) }
        row("val", a.valAccuracy, b.valAccuracy) { NumberText.fixed($0, 3) }
        row("seconds", a.seconds, b.seconds) { NumberText.significant($0, 3) }
        row("length of W", norm(a), norm(b)) { NumberText.significant($0, 4) }
        var lines = [table.text]
        var record: Record = [
            "loss": .number(b.loss - a.loss),
            "train_accuracy": .number(b.trainAccuracy - a.trainAccuracy),
        ]
        if let agreement = try agreement(a, b, in: session) {
            lines.append(
                "  both give the same class to \(NumberText.fixed(agreement * 100, 1)) % of the val examples"
            )
            record["agreement"] = .number(agreement)
        }
        return Outcome(lines.joined(separator: "\n"), record: record)
    }

    private static func norm(_ run: Run) -> Double {
        LossSurroundings.norm(run.classifier.W.elements)
    }

    /// The share of validation examples with the same prediction; nil where there is none.
    private static func agreement(_ a: Run, _ b: Run, in session: Session) throws(Failure)
        -> Double?
    {
        guard let dataset = session.state.data?.dataset, let examples = try session.validation(),
            [a, b].allSatisfy({
                $0.examples == session.state.examplesBasis
                    && $0.classifier.classes == dataset.classCount
                    && $0.classifier.dimension == dataset.dimension
            })
        else { return nil }
        try session.requestScores(of: examples)
        let pairs = zip(
            predictions(a.classifier, on: examples), predictions(b.classifier, on: examples))
        return Double(pairs.filter { $0 == $1 }.count) / Double(examples.count)
    }
}

extension Session {
    func finishedRun(_ number: Int, parameter: String) throws(Failure) -> Run {
        if let run = state.runs.first(where: { $0.number == number }) { return run }
        throw Failure(
            state.runs.isEmpty ? "nothing has been run yet" : "there is no run \(number)",
            hint: state.runs.isEmpty ? "try sgd" : "runs lists them", parameter: parameter)
    }
}
