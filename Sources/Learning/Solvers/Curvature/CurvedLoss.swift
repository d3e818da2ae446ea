/// A loss with its slopes, curvature and conjugate L*, as solvers take it.
package protocol CurvedLoss: Sendable {
    /// How much an example of each class counts, C numbers; empty where each counts 1. They multiply the
    /// loss, its slopes and its curvature.
    var weights: [Double] { get }

    /// Lᵢ, and −L*(slopes) of the loss that is to be minimized; `slopes` becomes ∂Lᵢ/∂s.
    func differentiate(
        _ scores: Span<Float>, label: Int, into slopes: inout MutableSpan<Float>
    ) -> (loss: Double, dual: Double)

    /// u becomes ∂²Lᵢ/∂s²·u at the scores whose slopes are given.
    func bend(_ u: inout MutableSpan<Float>, slopes: Span<Float>, label: Int)

    /// Adds ∂²Lᵢ/∂s² at the scores whose slopes are given to a matrix, C×C.
    func addCurvature(
        to matrix: inout MutableSpan<Double>, slopes: Span<Float>, label: Int)

    /// A diagonal matrix that is at least ∂²Lᵢ/∂s².
    func majorize(_ diagonal: inout MutableSpan<Float>, slopes: Span<Float>, label: Int)

    /// ∂Lᵢ/∂s in double precision.
    func slopes(_ scores: [Double], label: Int) -> [Double]

    /// −L*(slopes) in double precision, of the loss that is to be minimized.
    func dual(_ slopes: [Double], label: Int) -> Double

    /// About how large the curvature by a score is, for preconditioners.
    func typicalCurvature(classes: Int) -> Double

    /// A lower bound of −L* where each slope but the label's is from 0 on, and their sum is at most the
    /// weight of the label.
    func leastDual(classes: Int) -> Double
}

extension CurvedLoss {
    /// How much an example of a class counts.
    func weight(of label: Int) -> Double { weights.isEmpty ? 1 : weights[label] }
}
