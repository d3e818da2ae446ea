package import Datasets
package import Learning
package import Numeric

/// A data set with its split and preprocessing.
package struct LoadedData: Sendable {
    package let dataset: Dataset
    /// What was loaded, as a text that is equal for the same source and settings.
    package var origin = ""
    package let split: Split
    package let preprocessing: Preprocessing
    package let fitted: FittedScaling
    /// The digest of `split`, which each cell asks for.
    let splitDigest: UInt64

    /// `fitted` is the scaling, where it is not that of the training split.
    package init(
        dataset: Dataset, origin: String = "", split: Split, preprocessing: Preprocessing,
        fitted: FittedScaling? = nil
    ) {
        self.dataset = dataset
        self.origin = origin
        self.split = split
        self.preprocessing = preprocessing
        self.fitted =
            fitted ?? FittedScaling(preprocessing, of: dataset, origin: origin, split: split)
        splitDigest = split.digest
    }

    /// The training split's statistics, as `preprocessing` uses them.
    package var scaling: FeatureScaling { fitted.scaling }

    package func examples(_ part: Part) -> Examples {
        Examples(
            features: dataset.features, labels: dataset.labels, rows: rows(of: part),
            scaling: scaling, classCount: dataset.classCount)
    }

    package func rows(of part: Part) -> RowSelection {
        switch part {
        case .train: split.train
        case .val: split.val
        case .test: split.test
        case .dev: split.dev
        }
    }
}
