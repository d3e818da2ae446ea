import Datasets
import Declarations
import Learning

/// `restore N`
package enum RestoreCommand: Command {
    package static let name = "restore"
    package static let group = CommandGroup.evaluation
    package static let isRisky = true
    package static let summary = "make the weights of an earlier run the current ones"
    package static let examples = [
        Example(
            "restore 1", "the weights of run 1", setup: "load iris; sgd epochs=2; sgd epochs=2",
            result: "  weights of run 1: sgd lr=0.346 epochs=2")
    ]

    private static let number = Parameter.optionalCount(
        "run", positional: true,
        "its number in runs (left out: the best on val, or on train without a val part)")

    package static let forms = [Form(nil, "", [number])]

    /// A finished run never changes, so that its numbers are never out of date.
    package static func ingredients(of call: Invocation) -> Set<Ingredient> { [] }

    package static func run(_ call: Invocation, in session: Session) throws(Failure) -> Outcome {
        let runs = session.state.runs
        let data = try session.data().dataset
        func fits(_ run: Run) -> Bool {
            run.classifier.classes == data.classCount && run.classifier.dimension == data.dimension
        }
        let best = runs.filter(fits).comparable(in: session.state).best?.run
        guard let run = call[number].map({ wanted in runs.first { $0.number == wanted } }) ?? best
        else {
            throw Failure(
                runs.isEmpty
                    ? "nothing has been run yet"
                    : call[number].map { "there is no run \($0)" }
                        ?? "no run was on data with these numbers of classes and features",
                hint: runs.isEmpty ? "try sgd" : "runs lists them", parameter: "run")
        }
        guard fits(run) else {
            throw Failure(
                "run \(run.number) was on data with other numbers of classes or features",
                parameter: "run")
        }
        session.state.classifier = run.classifier
        let note =
            run.examples == session.state.examplesBasis
            ? ""
            : "\n  its features were of other data, another split or another preprocessing, so its accuracy is another here"
        return Outcome(
            "  weights of run \(run.number): \(run.markedSource)" + note,
            record: ["run": .count(run.number)])
    }
}
