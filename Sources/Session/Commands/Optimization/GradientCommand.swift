import Datasets
import Declarations
import Files
import Learning
import Numeric

/// `gradient analytic`, `gradient numeric`
package enum GradientCommand: Command {
    package static let name = "gradient"
    package static let group = CommandGroup.optimization
    package static let summary = "the gradient of the full loss at the current weights"
    package static let discussion = """
        The numeric gradient changes each weight in turn by h and computes the loss in double
        precision, on a sample of the training part. With `all` it takes every training example, and
        computes only the terms of the loss that the changed weight is in.
        """
    package static let examples = [
        Example(
            "gradient analytic", "by the formula, on all training examples",
            result: "  analytic gradient of 15 weights on 90 examples: norm 2.9614, largest 1.3026"),
        Example(
            "gradient numeric h=1e-5", "by centred differences",
            result: "  numeric gradient of 15 weights on 90 examples: norm 2.9614, largest 1.3026"),
        Example(
            "gradient numeric all", "by centred differences, on every training example",
            result: "  numeric gradient of 15 weights on 90 examples: norm 2.9614, largest 1.3026"),
        Example(
            "gradient numeric difference=forward", "by (f(x+h) − f(x)) / h",
            result: "  numeric gradient of 15 weights on 90 examples: norm 2.9614, largest 1.3026"),
    ]

    private static let save = Parameter.optionalText(
        "save", .path, "write dW and db to this .npz file")
    private static let h = Parameter.number(
        "h", default: 1e-5, .positive, "by how much a weight is changed")
    private static let difference = Parameter.choice(
        "difference", default: "centred", of: ["centred", "forward"],
        "(f(x+h) − f(x−h))/2h or (f(x+h) − f(x))/h")
    private static let count = Parameter.count(
        "examples", default: 500, in: 1...100_000, "size of the sample")

    private static let all = Parameter.flag("all", "take every training example")

    package static let forms = [
        Form("analytic", "by the formula, on all training examples", [Part.ofGradient, save]),
        Form(
            "numeric", "by differences, on a sample",
            [all, h, difference, count, Part.ofGradient, save]),
    ]

    package static func run(_ call: Invocation, in session: Session) throws(Failure) -> Outcome {
        let examples = try session.examples(Part(rawValue: call[Part.ofGradient]) ?? .train)
        let classifier = try session.classifier()
        let objective = session.state.objective
        let gradient: Gradient
        let used: Int
        let clock = ContinuousClock()
        let begin = clock.now
        if call[all] {
            guard call[difference] == "centred", !call.isGiven("examples") else {
                throw Failure(
                    "all cannot be combined with difference=forward or examples", parameter: "all")
            }
            (gradient, used) = (
                try complete(classifier, call[h], examples, session), examples.count
            )
        } else if call.keyword == "numeric" {
            let sample = examples.sample(call[count])
            let method = NumericGradient(h: call[h], isCentred: call[difference] == "centred")
            guard
                let result = method.run(
                    classifier, objective: objective, examples: sample,
                    observer: session.observer)
            else { throw Failure.interrupted }
            (gradient, used) = (result, sample.count)
        } else {
            (gradient, used) = (objective.gradient(of: classifier, on: examples).1, examples.count)
        }
        if let path = call[save] {
            let place = try session.place(for: path, parameter: "save")
            do throws(FileError) {
                try NumPyArchive.write(
                    [
                        (
                            "dW",
                            .numbers(
                                shape: [gradient.dW.rows, gradient.dW.columns], gradient.dW.elements
                            )
                        ),
                        ("db", .numbers(shape: [gradient.db.count], gradient.db)),
                    ], to: place)
            } catch {
                throw Failure(error, parameter: "save")
            }
        }
        let largest = [gradient.dW.elements, gradient.db].reduce(0) { largest, slopes in
            slopes.reduce(largest) { max($0, abs($1)) }
        }
        return Outcome(
            """
              \(call.keyword ?? "") gradient of \(NumberText.count(gradient.dW.elements.count + gradient.db.count)) \
            weights on \(NumberText.count(used)) examples: norm \(NumberText.significant(gradient.norm, 5)), \
            largest \(NumberText.significant(Double(largest), 5))
            """,
            record: [
                "norm": .number(gradient.norm), "largest": .number(Double(largest)),
                "examples": .count(used), "seconds": .number((clock.now - begin).seconds),
            ])
    }

    /// The numeric gradient over every example.
    private static func complete(
        _ classifier: LinearClassifier, _ h: Double, _ examples: Examples, _ session: Session
    ) throws(Failure) -> Gradient {
        let outcome = IncrementalGradient(h: h).run(
            classifier, objective: session.state.objective, examples: examples,
            observer: session.observer)
        switch outcome {
        case .gradient(let gradient): return gradient
        case .cancelled: throw Failure.interrupted
        case .stepTooLong(let limit):
            throw Failure(
                "h is too large for these features",
                hint: "choose at most \(NumberText.significant(limit * 0.95, 2))", parameter: "h")
        }
    }
}
