import Numeric

/// No loss, but 1 for the label's class in the place of slopes: a pass adds up each class's examples.
struct LabelCount: CurvedLoss {
    var weights: [Double] { [] }

    func differentiate(
        _ scores: Span<Float>, label: Int, into slopes: inout MutableSpan<Float>
    ) -> (loss: Double, dual: Double) {
        for j in 0..<slopes.count { slopes[j] = j == label ? 1 : 0 }
        return (0, 0)
    }

    func bend(_ u: inout MutableSpan<Float>, slopes: Span<Float>, label: Int) {}
    func addCurvature(
        to matrix: inout MutableSpan<Double>, slopes: Span<Float>, label: Int
    ) {}
    func majorize(_ diagonal: inout MutableSpan<Float>, slopes: Span<Float>, label: Int) {}
    func slopes(_ scores: [Double], label: Int) -> [Double] {
        scores.indices.map { $0 == label ? 1 : 0 }
    }
    func dual(_ slopes: [Double], label: Int) -> Double { 0 }
    func typicalCurvature(classes: Int) -> Double { 0 }
    func leastDual(classes: Int) -> Double { 0 }
}
