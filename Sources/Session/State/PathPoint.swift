package import Learning
import Numeric

/// The optimum at one regularization strength of a path.
package struct PathPoint: Sendable {
    /// λ.
    package let strength: Double
    package let loss: Double
    package let trainAccuracy: Double
    package let valAccuracy: Double?
    /// How many weights are exactly zero, and how many there are.
    package let zeros: Int
    package let weights: Int
    package let gap: Double?

    package init(strength: Double, _ result: TrainingResult) {
        self.strength = strength
        loss = result.train.total
        trainAccuracy = result.train.accuracy
        valAccuracy = result.validation?.accuracy
        zeros = result.classifier.W.elements.count { $0 == 0 }
        weights = result.classifier.W.elements.count
        gap = result.proof?.gap
    }
}
