package import Numeric

/// What is done to each feature, by the statistics of the training split.
package enum Preprocessing: String, CaseIterable, Sendable {
    /// (x − μ)/σ
    case standardize
    /// x − μ
    case center
    /// x/σ
    case scale
    case none

    /// The map of each feature. A feature that never changes keeps the scale 1.
    package func scaling(of dataset: Dataset, rows: RowSelection) -> FeatureScaling {
        let identity = FeatureScaling.identity(dataset.dimension)
        guard self != .none else { return identity }
        let (mean, deviation) = columnStatistics(of: dataset.features, rows: rows)
        return FeatureScaling(
            mean: self == .scale ? identity.mean : mean,
            scale: self == .center ? identity.scale : deviation.map { $0 > 1e-30 ? $0 : 1 })
    }
}
