/// The result of a training run.
package struct TrainingResult: Sendable {
    /// The last classifier; the best classifier when the run did not finish.
    package var classifier: LinearClassifier
    package var curve: [CurvePoint]
    package var steps: Int
    package var seconds: Double
    package var examplesSeen: Int
    package var stop: StopReason
    /// The full objective on the training examples.
    package var train: Evaluation
    package var validation: Evaluation?

    package var examplesPerSecond: Double { seconds > 0 ? Double(examplesSeen) / seconds : 0 }
}

/// Why a run ended.
package enum StopReason: Sendable, Equatable {
    case finished
    /// The observer asked for it, after this number of steps.
    case interrupted(step: Int)
    /// The loss grew without bound, or was no number, at this step.
    case diverged(step: Int, reason: String)
}
