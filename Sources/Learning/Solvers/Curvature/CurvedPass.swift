import Numeric

/// Passes over the examples for second-order solvers: slopes and gradient at a point, and products of the
/// Hessian there with directions. All are means over the examples, without the penalty.
protocol CurvedPass: AnyObject, Sendable {
    var examples: Examples { get }
    var layout: WeightLayout { get }
    /// The slopes of the last `evaluate`, n×C.
    var slopes: AlignedBuffer<Float> { get }

    /// The sums of losses at x, and the gradient by x; keeps the slopes.
    func evaluate(_ x: [Float], _ loss: any CurvedLoss) -> (sums: Pass.Sums, gradient: [Float])
    /// H·v at the point of the last `evaluate` by the same loss.
    func bend(_ v: [Float], _ loss: any CurvedLoss) -> [Float]
    /// 1/N Σ x·gᵀ over the rows and their numbers g, n×C, and then the means of g.
    func transposedProduct(_ numbers: AlignedBuffer<Float>) -> [Float]
    /// 1/N Σ Lᵢ.
    func mean(_ loss: any ScoreLoss, at x: [Float]) -> Double
}

/// Passes by the core, which reads features as they are stored.
final class DenseCurvedPass: CurvedPass, @unchecked Sendable {
    let examples: Examples
    let layout: WeightLayout
    let slopes: AlignedBuffer<Float>
    private let pass: Pass

    init(_ examples: Examples) {
        self.examples = examples
        layout = WeightLayout(
            classes: examples.classCount, dimension: examples.dimension, isByFeature: false)
        slopes = AlignedBuffer(repeating: 0, count: examples.count * examples.classCount)
        pass = Pass(examples)
    }

    /// The bytes of slopes, and of a pass's gradients.
    static func bytes(_ examples: Examples) -> Int {
        4 * examples.count * examples.classCount + (8 << 20)
    }

    func evaluate(_ x: [Float], _ loss: any CurvedLoss) -> (sums: Pass.Sums, gradient: [Float]) {
        run(x, SlopeWork(loss: loss, classes: layout.classes, kept: slopes.writes))
    }

    func bend(_ v: [Float], _ loss: any CurvedLoss) -> [Float] {
        run(v, BendWork(loss: loss, classes: layout.classes, kept: slopes.writes)).1
    }

    func transposedProduct(_ numbers: AlignedBuffer<Float>) -> [Float] {
        let zero = [Float](repeating: 0, count: layout.count)
        return run(zero, GivenWork(classes: layout.classes, kept: numbers.writes)).1
    }

    func run(_ x: [Float], _ work: any RowWork) -> (Pass.Sums, [Float]) {
        var gradient = Gradient(classes: layout.classes, dimension: layout.dimension)
        let sums = pass.run(layout.classifier(x), work: work, gradient: &gradient)
        return (sums, gradient.dW.elements + gradient.db)
    }

    func mean(_ loss: any ScoreLoss, at x: [Float]) -> Double {
        let sums = pass.run(layout.classifier(x), loss: loss)
        return sums.loss / Double(max(sums.count, 1))
    }
}
