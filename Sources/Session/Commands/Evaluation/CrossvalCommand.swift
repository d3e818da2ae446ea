import Datasets
import Declarations
import Files
import Learning
import Numeric

/// `crossval [k=5] [stratify] [seed=] { … }`
package enum CrossvalCommand: Command {
    package static let name = "crossval"
    package static let group = CommandGroup.evaluation
    package static let summary = "train on all folds but one, and judge on that one, for each fold"
    package static let discussion = """
        The examples of train and val are shuffled and divided into k folds; the test part stays aside.
        For each fold the statements in { } run with that fold as val and all the others as train:
        means and deviations are measured on these, and the weights start anew. Then accuracy and data
        loss of the weights are measured on the fold that was held out. The deviation is that of the k
        numbers from their mean, divided by k as numpy's std is.
        The statements show nothing but what print prints, and what they change is taken back: data,
        weights, runs and variables are afterwards what they were before.
        """
    package static let examples = [
        Example(
            "crossval k=5 { sgd lr=1e-2 epochs=20 }", "five folds",
            result: """
                  5 folds of 120 examples (train and val)
                  fold  examples    loss  accuracy
                  1           24  …
                …
                  accuracy …
                """),
        Example(
            "for lr in [1e-3, 1e-1] { r = crossval { sgd lr=$lr }; print \"{lr}: {r.accuracy}\" }",
            "the mean accuracy with two learning rates",
            result: """
                0.001: …
                0.1: …
                """),
    ]

    private static let count = Parameter.count(
        "k", default: 5, in: 2...Int.max, "the number of folds")
    private static let stratify = Parameter.flag(
        "stratify", "each class in its share in every fold")
    private static let seed = Parameter.optionalCount(
        "seed", in: 0...Int.max, "the seed of the shuffle (left out: the session's)")
    private static let body = Parameter.block("what trains the weights")

    package static let forms = [Form(nil, "", [count, stratify, seed, body])]

    package static func weightCopies(of call: Invocation) -> Int { 1 }

    package static func run(_ call: Invocation, in session: Session) throws(Failure) -> Outcome {
        let data = try session.data()
        guard let body = call[body] else {
            throw Failure("crossval needs statements", hint: "write crossval { sgd }")
        }
        let pool = data.split.train.count + data.split.val.count
        guard call[count] <= pool else {
            throw Failure(
                "\(NumberText.count(call[count])) folds need \(NumberText.count(call[count])) examples at least, and train and val have \(NumberText.count(pool))",
                hint: "choose a smaller k", parameter: "k")
        }
        // The rows, their folds, their order, and the rows of a split.
        try session.requestMemory(
            pool, 5, MemoryLayout<Int32>.stride, for: "\(NumberText.count(call[count])) folds")
        let folds: Folds
        do throws(FileError) {
            folds = try Folds(
                call[count], of: [data.split.train, data.split.val], data.dataset,
                isStratified: call[stratify],
                seed: call[seed].map(UInt64.init) ?? session.state.seed)
        } catch {
            throw Failure(error)
        }
        let (state, isChanged) = (session.state, session.running.isChanged)
        defer { (session.state, session.running.isChanged) = (state, isChanged) }
        var results: [Evaluation] = []
        let start = ContinuousClock.now
        for fold in 0..<folds.count {
            session.state = state
            do throws(Failure) {
                results.append(try evaluation(holdingOut: fold, of: folds, body, session))
            } catch {
                throw error.during("in fold \(fold + 1) of \(folds.count)")
            }
            let done = Double(fold + 1) / Double(folds.count)
            session.environment.progress(
                RunProgress(
                    fraction: done, loss: nil, examplesPerSecond: 0,
                    secondsLeft: (ContinuousClock.now - start) / .seconds(1) / done * (1 - done),
                    label: "fold \(fold + 1)/\(folds.count)"))
        }
        return report(results)
    }

    /// Trains on all folds but one and evaluates on that one; the state is left changed.
    private static func evaluation(
        holdingOut fold: Int, of folds: Folds, _ body: Procedure, _ session: Session
    ) throws(Failure) -> Evaluation {
        let data = try session.data()
        let split: Split
        do throws(FileError) {
            split = try folds.split(holdingOut: fold, test: data.split.test)
        } catch {
            throw Failure(error)
        }
        session.state.classifier = nil
        session.state.data = LoadedData(
            dataset: data.dataset, origin: data.origin, split: split,
            preprocessing: data.preprocessing)
        let classifier = try body.train(
            in: session,
            spoiling: "examples of the fold may have been trained on", example: "sgd")
        return session.state.objective.evaluate(classifier, on: try session.examples(.val))
    }

    // MARK: - The report

    private static func report(_ results: [Evaluation]) -> Outcome {
        let losses = spread(results.map(\.dataLoss))
        let accuracies = spread(results.map(\.accuracy))
        var table = TextTable(["fold", "examples", "loss", "accuracy"])
        for (index, result) in results.enumerated() {
            table.add([
                "\(index + 1)", NumberText.count(result.count), NumberText.loss(result.dataLoss),
                NumberText.fixed(result.accuracy, 4),
            ])
        }
        let total = results.reduce(0) { $0 + $1.count }
        return Outcome(
            """
              \(results.count) folds of \(NumberText.count(total)) examples (train and val)
            \(table.text)
              accuracy \(NumberText.fixed(accuracies.mean, 4)) ± \(NumberText.fixed(accuracies.deviation, 4))   \
            loss \(NumberText.loss(losses.mean)) ± \(NumberText.loss(losses.deviation))   (mean ± deviation of the folds)
            """,
            record: [
                "k": .count(results.count), "n": .count(total),
                "accuracy": .number(accuracies.mean),
                "accuracy_deviation": .number(accuracies.deviation),
                "loss": .number(losses.mean), "loss_deviation": .number(losses.deviation),
                "folds": .list(results.enumerated().map { .record(record($1, fold: $0 + 1)) }),
            ])
    }

    private static func record(_ result: Evaluation, fold: Int) -> Record {
        [
            "fold": .count(fold), "n": .count(result.count), "accuracy": .number(result.accuracy),
            "loss": .number(result.dataLoss),
        ]
    }

    /// The mean, and the square root of the mean squared distance from it.
    private static func spread(_ numbers: [Double]) -> (mean: Double, deviation: Double) {
        let count = Double(max(numbers.count, 1))
        let mean = numbers.reduce(0, +) / count
        let squares = numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        return (mean, (squares / count).squareRoot())
    }
}
