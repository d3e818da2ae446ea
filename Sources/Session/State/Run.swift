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
}
