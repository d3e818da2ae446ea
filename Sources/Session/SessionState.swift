package import Learning

/// Everything that a statement may change. A statement that fails leaves it as it was.
///
/// A value: a copy is a snapshot, and large parts (data, weights) are shared until changed.
package struct SessionState: Sendable {
    package var data: LoadedData? {
        // Class weights belong to a training part.
        didSet { objective.classWeights = objective.classWeights?.fitting(data) }
    }
    /// What `init`, a search or an optimizer made; acts on preprocessed features.
    package var classifier: LinearClassifier?
    /// What `open model` read; nil where the weights belong to `data`.
    package var model: TrainedModel?
    package var objective: Objective = .lecture
    package var runs = GrowingList<Run>()
    /// The optima of the last `solve path=`, from the smallest λ to the largest.
    package var path: [PathPoint] = []
    /// What the last `tune` tried, the best first.
    package var trials: [Trial] = []
    package var variables = NameTable<Value>()
    package var definitions = NameTable<UserCommand>()
    package var seed: UInt64 = 1
    /// The number of runs that have drawn random numbers; each draws from a stream of its own.
    package var draws: UInt64 = 0
    /// The seed this state began with, before anything in `log`.
    package var firstSeed: UInt64 = 1
    /// The statements that led here, which a saved session repeats.
    package var log = GrowingList<LogEntry>()

    package init() {}
}

extension Objective {
    /// What a session starts with: the lecture's SVM, not regularized.
    static var lecture: Objective {
        Objective(loss: SVM(), penalty: NoPenalty(), strength: 0, regularizesBias: false)
    }
}
