/// An affine map of each feature, x ↦ (x − mean)/scale, that is folded into weights and gradients
/// rather than applied to the data.
package struct FeatureScaling: Sendable, Equatable {
    /// D numbers.
    package let mean: [Float]
    /// D numbers, none of them zero.
    package let scale: [Float]

    package init(mean: [Float], scale: [Float]) {
        precondition(
            mean.count == scale.count && !scale.contains(0),
            "one mean and one scale for each feature")
        self.mean = mean
        self.scale = scale
    }

    package static func identity(_ dimension: Int) -> FeatureScaling {
        FeatureScaling(
            mean: [Float](repeating: 0, count: dimension),
            scale: [Float](repeating: 1, count: dimension))
    }

    package func apply(to row: [Float]) -> [Float] {
        row.indices.map { (row[$0] - mean[$0]) / scale[$0] }
    }
}
