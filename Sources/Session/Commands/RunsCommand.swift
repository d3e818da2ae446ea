/// `runs`
package enum RunsCommand: Command {
    package static let name = "runs"
    package static let group = CommandGroup.evaluation
    package static let summary = "every search and optimization of this session"
    package static let examples = [
        Example("runs", "what was run, and how well", setup: "load iris; sgd epochs=2")
    ]
    package static let forms = [Form()]

    package static func run(_ call: Invocation, in session: Session) throws(Failure) -> Outcome {
        let runs = session.state.runs
        guard let best = runs.max(by: { ($0.valAccuracy ?? 0) < ($1.valAccuracy ?? 0) }) else {
            return Outcome(
                "  nothing has been run yet; try sgd",
                record: ["runs": .list([]), "best": .nothing])
        }
        var table = TextTable(["run", "loss", "train", "val", "time", ""])
        for run in runs {
            table.add([
                "\(run.number)\(run.number == best.number ? "*" : "")", NumberText.loss(run.loss),
                NumberText.fixed(run.trainAccuracy, 3),
                run.valAccuracy.map { NumberText.fixed($0, 3) } ?? "–",
                NumberText.seconds(run.seconds), run.source,
            ])
        }
        let records = runs.map { run in
            Value.record([
                "run": .count(run.number), "loss": .number(run.loss),
                "train_accuracy": .number(run.trainAccuracy),
                "val_accuracy": run.valAccuracy.map(Value.number) ?? .nothing,
                "seconds": .number(run.seconds),
                "source": .string(run.source),
            ])
        }
        return Outcome(
            table.text + "\n  * best on val; restore \(best.number) brings its weights back",
            record: ["runs": .list(records), "best": .count(best.number)])
    }
}
