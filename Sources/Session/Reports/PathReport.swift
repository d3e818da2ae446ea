import Learning

/// What `solve path=` reports: a table of the optima, and which of them is kept.
enum PathReport {
    static func finish(
        _ results: [(strength: Double, result: TrainingResult)], of count: Int, source: String,
        in session: Session
    ) -> Outcome {
        let points = results.map { PathPoint(strength: $0.strength, $0.result) }
        session.state.path = points.reversed()
        guard let best = results.max(by: { accuracy($0.result) < accuracy($1.result) }) else {
            return Outcome(record: [:])
        }
        session.state.objective.strength = best.strength
        let isStopped = results.count < count || results.last?.result.stop.isInterruption == true
        let run = Run(
            number: session.nextRun, source: source, curve: best.result.curve,
            loss: best.result.train.total, trainAccuracy: best.result.train.accuracy,
            valAccuracy: best.result.validation?.accuracy,
            seconds: results.reduce(0) { $0 + $1.result.seconds },
            classifier: best.result.classifier, stop: best.result.stop,
            bound: best.result.proof?.bound, seeksOptimum: true)
        session.keep(run, isStopped: isStopped)
        let judged = best.result.validation == nil ? "train" : "val"
        let kept =
            "kept as run \(run.number): λ = \(NumberText.significant(best.strength, 3)), the best on \(judged)"
        return Outcome(
            table(points) + (isStopped ? "\n  stopped by Ctrl-C" : "") + "\n  " + kept
                + "; plot path draws them",
            record: record(points, best, run))
    }

    private static func accuracy(_ result: TrainingResult) -> Double {
        result.validation?.accuracy ?? result.train.accuracy
    }

    private static func table(_ points: [PathPoint]) -> String {
        var table = TextTable(["λ", "loss", "train", "val", "zeros", "gap"])
        for point in points {
            table.add([
                NumberText.significant(point.strength, 3), NumberText.loss(point.loss),
                NumberText.fixed(point.trainAccuracy, 3),
                point.valAccuracy.map { NumberText.fixed($0, 3) } ?? "–",
                "\(point.zeros)",
                point.gap.map { NumberText.significant($0, 2) } ?? "–",
            ])
        }
        return table.text
    }

    private static func record(
        _ points: [PathPoint], _ best: (strength: Double, result: TrainingResult), _ run: Run
    ) -> Record {
        [
            "path": .list(
                List(
                    points.map { point in
                        .record([
                            "reg": .number(point.strength), "loss": .number(point.loss),
                            "train_accuracy": .number(point.trainAccuracy),
                            "val_accuracy": point.valAccuracy.map { .number($0) } ?? .nothing,
                            "zeros": .count(point.zeros),
                            "gap": point.gap.map { .number($0) } ?? .nothing,
                        ])
                    })),
            "reg": .number(best.strength), "run": .count(run.number), "loss": .number(run.loss),
            "train_accuracy": .number(run.trainAccuracy),
            "val_accuracy": run.valAccuracy.map { .number($0) } ?? .nothing,
            "stop": .string(run.stop.name),
        ]
    }
}
