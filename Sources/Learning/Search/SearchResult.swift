/// The result of a search.
package struct SearchResult: Sendable {
    package var classifier: LinearClassifier
    package var attempts: Int
    /// The number of the best attempt, from 1; 0 when no attempt was better than the start.
    package var bestAttempt: Int
    /// The lowest loss so far, with a point each time that it fell.
    package var curve: [CurvePoint]
    package var seconds: Double
    package var stop: StopReason
    /// The evaluation of the best classifier.
    package var train: Evaluation
    package var validation: Evaluation?
}
