import Declarations
import Learning

/// `runs [sort=] [match=] [best=]`
package enum RunsCommand: Command {
    package static let name = "runs"
    package static let group = CommandGroup.evaluation
    package static let summary = "every search and optimization of this session"
    package static let examples = [
        Example(
            "runs", "calls, with losses and accuracies",
            result: """
                  run    loss  train    val    time  objective  call
                  1    0.3963  0.878  0.700  0.00 s  svm        sgd lr=0.346 epochs=2
                  2*   0.2876  0.889  0.733  0.00 s  svm        gd lr=0.346 steps=5
                  * best on val; restore 2 brings its weights back
                """),
        Example(
            "runs sort=val best=3", "the three best on the validation part",
            result: """
                  run    loss  train    val    time  objective  call
                  2*   0.2876  0.889  0.733  0.00 s  svm        gd lr=0.346 steps=5
                  1    0.3963  0.878  0.700  0.00 s  svm        sgd lr=0.346 epochs=2
                  * best on val; restore 2 brings its weights back
                """),
        Example(
            "runs match=sgd", "the runs whose call contains sgd",
            result: """
                  run    loss  train    val    time  objective  call
                  1    0.3963  0.878  0.700  0.00 s  svm        sgd lr=0.346 epochs=2
                  * best on val; restore 2 brings its weights back
                """),
    ].map {
        Example(
            $0.source, $0.note, setup: "load iris; sgd epochs=2; gd steps=5", result: $0.result)
    }

    private static let sort = Parameter.choice(
        "sort", default: "run", of: ["run", "loss", "train", "val", "seconds"],
        "the column to sort by, the best first")
    private static let match = Parameter.optionalText(
        "match", .text, "only runs whose call contains this text")
    private static let best = Parameter.optionalCount(
        "best", in: 1...Int.max, "how many runs at most, the best first")

    package static let forms = [Form(nil, "", [sort, match, best])]

    /// A finished run never changes, so that its numbers are never out of date.
    package static func ingredients(of call: Invocation) -> Set<Ingredient> { [] }

    package static func run(_ call: Invocation, in session: Session) throws(Failure) -> Outcome {
        let runs = Array(session.state.runs)
        let comparable = runs.comparable(in: session.state)
        guard let (best, part) = comparable.best else {
            return Outcome(
                "  nothing has been run yet; try sgd",
                record: ["runs": .list([]), "best": .nothing])
        }
        let isOther = { (run: Run) in run.data != best.data }
        let chosen = Self.chosen(runs, call, isOther)
        if chosen.isEmpty, let word = call[match] {
            throw Failure(
                "no run's call contains '\(word)'", hint: "runs lists all", parameter: "match")
        }
        var table = TextTable(["run", "loss", "train", "val", "time", "objective", "call"])
        for run in chosen {
            table.add([
                "\(run.number)\(run.number == best.number ? "*" : "")", NumberText.loss(run.loss),
                NumberText.fixed(run.trainAccuracy, 3),
                run.valAccuracy.map { NumberText.fixed($0, 3) } ?? "–",
                NumberText.seconds(run.seconds), run.objective,
                run.markedSource + (isOther(run) ? " (other data)" : ""),
            ])
        }
        return Outcome(
            table.text
                + "\n  * best on \(part.rawValue); restore \(best.number) brings its weights back",
            record: [
                "runs": .list(chosen.map { .record(described($0)) }), "best": .count(best.number),
            ])
    }

    /// The runs to list. In any order but their own, those of other data come last, for their numbers
    /// compare with none of the others.
    private static func chosen(
        _ runs: [Run], _ call: Invocation, _ isOther: (Run) -> Bool
    ) -> [Run] {
        var runs = runs.filter { run in call[match].map { run.source.contains($0) } ?? true }
        // Without `sort`, the best are the best on val, or on train where no run has a val part.
        let measure = runs.best?.part.rawValue ?? "run"
        let order = call[best] != nil && !call.isGiven("sort") ? measure : call[sort]
        switch order {
        case "loss": runs.sort { Self.rank($0.loss) < Self.rank($1.loss) }
        case "train": runs.sort { $0.trainAccuracy > $1.trainAccuracy }
        case "val": runs.sort { ($0.valAccuracy ?? -1) > ($1.valAccuracy ?? -1) }
        case "seconds": runs.sort { $0.seconds < $1.seconds }
        default: break
        }
        if order != "run" { runs = runs.filter { !isOther($0) } + runs.filter(isOther) }
        return Array(runs.prefix(call[best] ?? runs.count))
    }

    /// A loss that is no number comes last.
    private static func rank(_ loss: Double) -> Double { loss.isNaN ? .infinity : loss }

    private static func described(_ run: Run) -> Record {
        [
            "run": .count(run.number), "loss": .number(run.loss),
            "train_accuracy": .number(run.trainAccuracy),
            "val_accuracy": run.valAccuracy.map(Value.number) ?? .nothing,
            "seconds": .number(run.seconds), "source": .string(run.source),
            "objective": .string(run.objective), "stop": .string(run.stop.name),
        ]
    }
}
