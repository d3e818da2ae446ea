package import Numeric

/// L = 1/N Σ Lᵢ + λ R(W) (CS231n, lecture 3). The factor of R is λ, not λ/2.
package struct Objective: Sendable {
    package var loss: any Loss
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

    /// λ R(W).
    package func regularization(_ classifier: LinearClassifier) -> Double {
        guard strength != 0 else { return 0 }
        let bias = regularizesBias ? penalty.value(classifier.b) : 0
        return strength * (penalty.value(classifier.W.elements) + bias)
    }

    package func evaluate(_ classifier: LinearClassifier, on examples: Examples) -> Evaluation {
        let sums = Pass(examples).run(classifier, loss: loss)
        return evaluation(sums, classifier)
    }

    /// The loss and its gradient, λR's included; for |W| the sub-gradient with 0 at 0.
    package func gradient(
        of classifier: LinearClassifier, on examples: Examples
    ) -> (Evaluation, Gradient) {
        var gradient = Gradient(classes: classifier.classes, dimension: classifier.dimension)
        let pass = Pass(examples)
        let sums = pass.run(classifier, loss: loss, gradient: &gradient)
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

    private func evaluation(_ sums: Pass.Sums, _ classifier: LinearClassifier) -> Evaluation {
        Evaluation(
            dataLoss: sums.count == 0 ? 0 : sums.loss / Double(sums.count),
            regularization: regularization(classifier), correct: sums.correct, count: sums.count)
    }
}

/// The objective's value and its parts.
package struct Evaluation: Sendable, Equatable {
    /// 1/N Σ Lᵢ.
    package let dataLoss: Double
    /// λ R(W).
    package let regularization: Double
    /// How many examples have their own class's score as the highest.
    package let correct: Int
    package let count: Int

    package var total: Double { dataLoss + regularization }
    package var accuracy: Double { count == 0 ? 0 : Double(correct) / Double(count) }
}

/// ∂L/∂W (C×D) and ∂L/∂b (C), for scaled features.
package struct Gradient: Sendable, Equatable {
    package var dW: Matrix
    package var db: [Float]

    package init(classes: Int, dimension: Int) {
        dW = Matrix(rows: classes, columns: dimension)
        db = [Float](repeating: 0, count: classes)
    }

    /// √(Σ dW² + Σ db²).
    package var norm: Double {
        (dW.elements + db).reduce(0) { $0 + Double($1) * Double($1) }.squareRoot()
    }
}
