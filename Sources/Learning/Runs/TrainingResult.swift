/// The result of a training run.
package struct TrainingResult: Sendable {
    /// The last classifier; the best classifier when the run did not finish.
    package var classifier: LinearClassifier
    package var curve: [CurvePoint]
    package var steps: Int
    package var seconds: Double
    package var examplesSeen: Int
    package var stop: StopReason
    /// The length of the objective's steepest (sub-)gradient at the classifier; nil for descent that was
    /// interrupted, which does not wait for it.
    package var gradientNorm: Double?
    /// How near the optimum it is; nil where the way to train proves nothing.
    package var proof: OptimumProof?
    /// The full objective on the training examples.
    package var train: Evaluation
    package var validation: Evaluation?

    package var examplesPerSecond: Double { seconds > 0 ? Double(examplesSeen) / seconds : 0 }
}
