import Numeric

/// The scaling x' = (x − μ)/σ, folded into weights and gradients so that features are read as they
/// are stored.
///
/// Scores are (x − offset)·(W/σ) + (b − (μ − offset)·(W/σ)), and the gradient by W is
/// (Σ slope·(x − offset) − (μ − offset)·Σ slope)/σ.
struct FoldedScaling: Sendable {
    /// A number that is subtracted from every byte: near the mean pixel, so that μ − offset is
    /// small.
    let offset: Float
    /// μ − offset; `shiftRow` holds the same numbers as a row of features.
    let shift: [Float]
    let shiftRow: RowBlock
    /// 1/σ.
    let factor: [Float]

    init(_ examples: Examples) {
        let offset = Self.offset(examples)
        self.offset = offset
        let shift = examples.scaling.mean.map { $0 - offset }
        self.shift = shift
        shiftRow = RowBlock(
            .floats(FloatRows(Matrix(rows: 1, columns: examples.dimension, elements: shift))),
            rows: [0])
        factor = examples.scaling.scale.map { 1 / $0 }
    }

    private static func offset(_ examples: Examples) -> Float {
        guard case .bytes = examples.features, examples.dimension > 0 else { return 0 }
        let total = examples.scaling.mean.reduce(0.0) { $0 + Double($1) }
        return Float((total / Double(examples.dimension)).rounded())
    }
}
