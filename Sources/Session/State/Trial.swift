import Learning
import Platform

/// A combination of hyperparameters that `tune` tried, and how well it did.
package struct Trial: Sendable {
    /// By their names, in the order of tune's options.
    let settings: [(name: String, value: Double)]
    let train: Evaluation
    let validation: Evaluation
    /// Why its training ended; nil where statements trained it.
    let stop: StopReason?

    var record: Record {
        var record = Record(settings.map { ($0.name, .number($0.value)) })
        record["loss"] = .number(train.total)
        record["train_accuracy"] = .number(train.accuracy)
        record["val_accuracy"] = .number(validation.accuracy)
        if let stop { record["stop"] = .string(stop.name) }
        return record
    }

    /// A higher accuracy on val is better, and of equal ones a lower loss there.
    func isBetter(than other: Trial) -> Bool {
        let (x, y) = (validation.accuracy, other.validation.accuracy)
        return x != y ? x > y : validation.dataLoss < other.validation.dataLoss
    }

    static func text(_ name: String, _ value: Double) -> String {
        name == "batch" ? String(Int(clamping: value)) : NumberText.significant(value, 3)
    }
}

extension [Trial] {
    /// A line for each of the first twenty.
    var table: String {
        var table = TextTable((first?.settings.map(\.name) ?? []) + ["loss", "train", "val"])
        for trial in prefix(20) {
            table.add(
                trial.settings.map { Trial.text($0.name, $0.value) } + [
                    trial.stop?.isDivergence == true
                        ? "diverged" : NumberText.loss(trial.train.total),
                    NumberText.fixed(trial.train.accuracy, 3),
                    NumberText.fixed(trial.validation.accuracy, 3),
                ])
        }
        return table.text + (count > 20 ? "\n  … and \(count - 20) more" : "")
    }

    var records: Value { .list(map { .record($0.record) }) }
}
