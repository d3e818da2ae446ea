import Learning

/// `tune` with statements in { }, which run once for each combination of values.
struct TuneStatements {
    let body: Procedure
    let examples: Examples
    let validation: Examples

    /// Keeps the state that the best combination leads to.
    func run(
        _ tried: (names: [String], rows: [[Double]]), in session: Session
    ) throws(Failure) -> Outcome {
        let before = session.state
        var best: (trial: Trial, state: SessionState)?
        var trials: [Trial] = []
        for (index, row) in tried.rows.enumerated() {
            session.state = before
            let settings = zip(tried.names, row).map { (name: $0, value: $1) }
            do throws(Failure) {
                let trial = try trial(settings, in: session)
                trials.append(trial)
                if best.map({ trial.isBetter(than: $0.trial) }) ?? true {
                    best = (trial, session.state)
                }
            } catch {
                throw error.during("in combination \(index + 1) of \(tried.rows.count)")
            }
        }
        guard let best else { throw Failure("tune has no values for the statements to try") }
        trials.sort { $0.isBetter(than: $1) }
        session.state = best.state
        session.state.trials = trials
        let kept = best.trial.settings.map { "\($0.name)=\(Trial.text($0.name, $0.value))" }
        var record = best.trial.record
        record["candidates"] = .count(trials.count)
        record["trials"] = trials.records
        return Outcome(
            trials.table + "\n  kept: \(kept.joined(separator: " "))", record: record)
    }

    private func trial(
        _ settings: [(name: String, value: Double)], in session: Session
    ) throws(Failure) -> Trial {
        let classifier = try body.train(
            in: session, with: settings.map { ($0.name, .number($0.value)) },
            spoiling: "accuracies cannot be compared", example: "sgd lr=$lr")
        // The statements may have changed the preprocessing.
        let objective = session.state.objective
        return Trial(
            settings: settings,
            train: objective.evaluate(classifier, on: try session.examples(.train)),
            validation: objective.evaluate(classifier, on: try session.examples(.val)), stop: nil)
    }
}
