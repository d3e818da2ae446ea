/// A loss with its slopes, curvature and conjugate L*, as solvers take it.
package protocol CurvedLoss: Sendable {
    /// Lᵢ, and −L*(slopes) of the loss that is to be minimized; `slopes` becomes ∂Lᵢ/∂s.
    func differentiate(
        _ scores: Span<Float>, label: Int, into slopes: inout MutableSpan<Float>
    ) -> (loss: Double, dual: Double)

    /// u becomes ∂²Lᵢ/∂s²·u at the scores whose slopes are given.
    func bend(_ u: inout MutableSpan<Float>, slopes: Span<Float>, label: Int)

    /// A diagonal matrix that is at least ∂²Lᵢ/∂s².
    func majorize(_ diagonal: inout MutableSpan<Float>, slopes: Span<Float>, label: Int)

    /// ∂Lᵢ/∂s in double precision.
    func slopes(_ scores: [Double], label: Int) -> [Double]

    /// −L*(slopes) in double precision, of the loss that is to be minimized.
    func dual(_ slopes: [Double], label: Int) -> Double

    /// About how large the curvature by a score is, for preconditioners.
    func typicalCurvature(classes: Int) -> Double

    /// A lower bound of −L* where each slope but the label's is from 0 to 1, and their sum is 1 at most.
    func leastDual(classes: Int) -> Double
}
