package import Learning

/// One finished optimization or search.
package struct Run: Sendable {
    package var number: Int
    /// The call that made it, with what it assumed.
    package var source: String
    /// What was minimized: `softmax + l2 0.001`.
    package var objective = ""
    package var curve: [CurvePoint]
    package var loss: Double
    package var trainAccuracy: Double
    package var valAccuracy: Double?
    package var seconds: Double
    package var classifier: LinearClassifier
    /// The data, split and preprocessing that it was trained on, as a text that is equal when they are.
    package var examples = ""
    /// The data and split of these, whose accuracies alone can be compared.
    package var data = ""
    /// Why it ended.
    package var stop: StopReason
    /// A number that no weights can come below; nil where the run proved none.
    package var bound: Double?
    /// Whether it was to go on until it converged, as L-BFGS does.
    package var seeksOptimum = false

    /// The call as lists show it, with a mark where the run did not reach its goal: `sgd lr=5
    /// (diverged)`. The calls of interrupted runs have `(stopped)` already.
    package var markedSource: String {
        switch stop {
        case .diverged, .stalled: "\(source) (\(stop.name))"
        case .limit: seeksOptimum ? "\(source) (not converged)" : source
        case .converged, .interrupted: source
        }
    }
}

extension Collection<Run> {
    /// The runs whose accuracies can be compared with those of a state's data; all where there is none.
    func comparable(in state: SessionState) -> [Run] {
        let runs = filter { $0.data == state.dataBasis }
        return runs.isEmpty ? Array(self) : runs
    }

    /// The best run and the accuracy that it is chosen by: on val, or on the training part where no
    /// run has a val part.
    package var best: (run: Run, part: Part)? {
        let judged = filter { $0.valAccuracy != nil }
        if let run = judged.max(by: { ($0.valAccuracy ?? 0) < ($1.valAccuracy ?? 0) }) {
            return (run, .val)
        }
        return self.max { $0.trainAccuracy < $1.trainAccuracy }.map { ($0, .train) }
    }
}
