/// The objective's value and its parts.
package struct Evaluation: Sendable, Equatable {
    /// 1/N Σ Lᵢ.
    package let dataLoss: Double
    /// λ R(W).
    package let regularization: Double
    /// The number of examples whose own class has the highest score.
    package let correct: Int
    package let count: Int

    package var total: Double { dataLoss + regularization }
    package var accuracy: Double { count == 0 ? 0 : Double(correct) / Double(count) }
}
