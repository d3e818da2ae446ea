import Datasets
import Learning
import Notebook
import Numeric

/// `status`
package enum StatusCommand: Command {
    package static let name = "status"
    package static let group = CommandGroup.session
    package static let summary = "what the session holds"
    package static let examples = [
        Example(
            "status", "data, loss, regularization, weights, runs and more",
            result: """
                  data         iris: train 90 · val 30 · test 30 · 4 features · 3 classes, standardize
                  loss         Lᵢ = Σ_{j≠yᵢ} max(0, sⱼ − s_{yᵢ} + 1)
                  reg          none
                  weights      small and random
                  runs         0
                …
                """)
    ]
    package static let forms = [Form()]

    package static func run(_ call: Invocation, in session: Session) throws(Failure) -> Outcome {
        let state = session.state
        let objective = state.objective
        let data = state.data.map {
            "\($0.dataset.name): \(DataCommand.sizes($0)), \($0.preprocessing.rawValue)"
        }
        var table = TextTable(["data", data ?? "none; load a data set, for example: load iris"])
        table.add(["loss", objective.loss.formula])
        if let weights = objective.classWeights {
            table.add([
                "class weights",
                "\(weights.rule == .balanced ? "balanced: " : "")\(weights.text(state.data?.dataset.classNames ?? []))",
            ])
        }
        table.add(["reg", objective.penaltyFormula ?? "none"])
        table.add([
            "weights",
            state.classifier.map {
                "\($0.classes)×\($0.dimension), fingerprint \($0.digest.text)"
            } ?? "small and random",
        ])
        table.add(["runs", "\(state.runs.count)"])
        let stale = session.notebook.filter { !$0.staleBecause.isEmpty }.map { "\($0.number)" }
        table.add([
            "cells",
            "\(session.cells.count)"
                + (stale.isEmpty ? "" : ", stale: \(stale.joined(separator: ", "))"),
        ])
        table.add([
            "undo",
            "\(session.timeline.undoCount) back, \(session.timeline.redoCount) forward",
        ])
        table.add(["seed", "\(state.seed)"])
        table.add(["variables", list(state.variables.names)])
        table.add(["definitions", list(state.definitions.names)])
        table.add(["machine", "\(Parallel.threads) threads, \(CPU.selected.rawValue) kernels"])
        return Outcome(
            table.text,
            record: [
                "data": state.data.map { .string($0.dataset.name) } ?? .nothing,
                "loss": .string(type(of: objective.loss).name),
                "lambda": .number(objective.strength), "objective": .string(objective.shortName),
                "runs": .count(state.runs.count), "seed": .number(Double(state.seed)),
                "threads": .count(Parallel.threads), "cpu": .string(CPU.selected.rawValue),
            ])
    }

    private static func list(_ names: some Sequence<String>) -> String {
        let sorted = names.sorted()
        return sorted.isEmpty ? "none" : sorted.joined(separator: ", ")
    }
}
