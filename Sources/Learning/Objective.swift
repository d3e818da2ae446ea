import Numeric

/// L = 1/N Σ Lᵢ + λ R(W) (CS231n, lecture 3). The factor of R is λ, not λ/2.
///
/// With class weights the data loss is 1/N Σ w_{yᵢ} Lᵢ: w multiplies an example's loss, its slopes
/// ∂Lᵢ/∂s and its second derivatives (in a dual, the upper bound of its variables), and the divisor
/// stays N, the number of examples. Whoever evaluates the data loss takes `scoreLoss`, which has the
/// weights in it, or multiplies by `classWeights` itself.
package struct Objective: Sendable {
    /// Lᵢ, without the classes' weights.
    package var loss: any Loss
    /// w, which the session measures anew when its training part changes; nil where every class
    /// counts 1.
    package var classWeights: ClassWeights?
    package var penalty: any Penalty
    /// λ.
    package var strength: Double
    /// Whether b is penalized too, as under the lecture's bias trick.
    package var regularizesBias: Bool

    package init(loss: any Loss, penalty: any Penalty, strength: Double, regularizesBias: Bool) {
        self.loss = loss
        self.penalty = penalty
        self.strength = strength
        self.regularizesBias = regularizesBias
    }

    /// w_{yᵢ} Lᵢ.
    package var scoreLoss: any ScoreLoss {
        guard let values = classWeights?.values, !values.isEmpty else { return loss }
        return loss.weighted(by: values)
    }

    /// λ R(W).
    package func regularization(_ classifier: LinearClassifier) -> Double {
        guard strength != 0 else { return 0 }
        let bias = regularizesBias ? penalty.value(classifier.b) : 0
        return strength * (penalty.value(classifier.W.elements) + bias)
    }

    package func evaluate(_ classifier: LinearClassifier, on examples: Examples) -> Evaluation {
        let sums = Pass(examples).run(classifier, loss: scoreLoss)
        return evaluation(sums, classifier)
    }

    /// The loss and its gradient, which includes λR's; for |W| it is the sub-gradient that is 0 at
    /// 0.
    package func gradient(
        of classifier: LinearClassifier, on examples: Examples
    ) -> (Evaluation, Gradient) {
        var gradient = Gradient(classes: classifier.classes, dimension: classifier.dimension)
        let pass = Pass(examples)
        let sums = pass.run(classifier, loss: scoreLoss, gradient: &gradient)
        if strength != 0 {
            for index in gradient.dW.elements.indices {
                gradient.dW.elements[index] += Float(
                    strength * penalty.slope(Double(classifier.W.elements[index])))
            }
            if regularizesBias {
                for index in gradient.db.indices {
                    gradient.db[index] += Float(
                        strength * penalty.slope(Double(classifier.b[index])))
                }
            }
        }
        return (evaluation(sums, classifier), gradient)
    }

    func evaluation(_ sums: Pass.Sums, _ classifier: LinearClassifier) -> Evaluation {
        Evaluation(
            dataLoss: sums.count == 0 ? 0 : sums.loss / Double(sums.count),
            regularization: regularization(classifier), correct: sums.correct, count: sums.count)
    }
}
