import Datasets
import Declarations
import Learning
import Notebook
import Numeric

/// `stopped CALL`, a word of the saved form of sessions.
package enum StoppedCommand: Command {
    package static let name = "stopped"
    package static let group = CommandGroup.session
    package static let isInternal = true
    package static let summary = "take over the weights of a run that Ctrl-C stopped"
    package static let discussion = """
        save FILE.lc writes it in place of a run that Ctrl-C stopped, because a repetition would not
        stop at the same step. The weights are W row by row, then b, each number as the eight
        hexadecimal digits of a float32.
        """
    package static let examples = [
        Example(
            "stopped \"sgd (stopped)\" weights=\"3f8000000000000000000000bf8000000000000000000000\"",
            "two classes of two features", setup: "load blobs n=30 classes=2 seed=2",
            result: "  sgd (stopped), as Ctrl-C left it: loss 1.9900  train 0.278  val 0.000")
    ]

    private static let call = Parameter.required("call", .text, "the call that was stopped")
    private static let draws = Parameter.count(
        "draws", default: 0, in: 0...Int.max, "how many random streams had been drawn")
    private static let strength = Parameter.optionalNumber(
        "reg", .notNegative, "the regularization strength after it")
    private static let weights = Parameter.optionalText(
        "weights", .text, "W and b in hexadecimal digits")

    package static let forms = [Form(nil, "", [call, draws, strength, weights])]

    /// The statement that takes over a run.
    static func statement(_ run: StoppedRun) -> String {
        let numbers = run.classifier.W.elements + run.classifier.b
        return [
            name, Value.quoted(run.call), "draws=\(run.draws)", "reg=\(run.strength)",
            "weights=\"\(digits(numbers))\"",
        ].joined(separator: " ")
    }

    package static func run(_ call: Invocation, in session: Session) throws(Failure) -> Outcome {
        let classifier = try classifier(call[weights] ?? "", in: session)
        session.state.draws = UInt64(call[draws])
        if let strength = call[strength] { session.state.objective.strength = strength }
        let objective = session.state.objective
        let train = objective.evaluate(classifier, on: try session.examples(.train))
        let val = try session.validation().map { objective.evaluate(classifier, on: $0) }
        let run = Run(
            number: session.nextRun, source: call[Self.call], curve: [], loss: train.total,
            trainAccuracy: train.accuracy, valAccuracy: val?.accuracy, seconds: 0,
            classifier: classifier, stop: .interrupted(step: 0))
        session.keep(run)
        return Outcome(
            "  \(run.source), as Ctrl-C left it: loss \(NumberText.loss(train.total))  "
                + RunReport.accuracies(train, val),
            record: ["loss": .number(train.total), "run": .count(run.number)])
    }

    private static func classifier(_ text: String, in session: Session) throws(Failure)
        -> LinearClassifier
    {
        let dataset = try session.data().dataset
        let (rows, columns) = (dataset.classCount, dataset.dimension)
        let digits = Array(text.utf8)
        let numbers = stride(from: 0, to: digits.count - 7, by: 8).compactMap { place in
            UInt32(String(decoding: digits[place..<place + 8], as: UTF8.self), radix: 16)
                .map(Float.init(bitPattern:))
        }
        guard digits.count == 8 * numbers.count, numbers.count == rows * (columns + 1) else {
            throw Failure(
                "these are not the \(rows * (columns + 1)) weights that \(dataset.name) needs",
                parameter: "weights")
        }
        return LinearClassifier(
            W: Matrix(
                rows: rows, columns: columns, elements: Array(numbers.prefix(rows * columns))),
            b: Array(numbers.suffix(rows)))
    }

    /// Eight hexadecimal digits for each number.
    private static func digits(_ numbers: [Float]) -> String {
        var digits = [UInt8](repeating: 0, count: 8 * numbers.count)
        for place in numbers.indices {
            var bits = numbers[place].bitPattern
            for offset in stride(from: 7, through: 0, by: -1) {
                let digit = UInt8(truncatingIfNeeded: bits & 15)
                digits[8 * place + offset] = digit < 10 ? 0x30 + digit : 0x57 + digit
                bits >>= 4
            }
        }
        return String(decoding: digits, as: UTF8.self)
    }
}
