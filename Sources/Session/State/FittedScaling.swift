package import Datasets
import Learning
package import Numeric

/// The scaling of each feature. Where it rests on statistics of the training split, they are computed when
/// the scaling is first asked for: `load` does not wait for them, and who only looks at data never does.
package final class FittedScaling: Sendable {
    private let known: Guarded<FeatureScaling?>
    private let fit: @Sendable () -> FeatureScaling
    /// What the scaling rests on, as a text that is equal when that is.
    package let basis: String

    package init(
        _ preprocessing: Preprocessing, of dataset: Dataset, origin: String, split: Split
    ) {
        known = Guarded(nil)
        fit = { preprocessing.scaling(of: dataset, rows: split.train) }
        basis = "\(preprocessing) \(origin) \(split.digest)"
    }

    /// A scaling that was computed before.
    package init(_ scaling: FeatureScaling) {
        known = Guarded(scaling)
        fit = { scaling }
        basis = "\(scaling.digest)"
    }

    /// Statistics that were given up half-way are not kept.
    package var scaling: FeatureScaling {
        if let known = known.with({ $0 }) { return known }
        let fitted = fit()
        if !Parallel.isAbandoned { known.with { $0 = fitted } }
        return fitted
    }
}
