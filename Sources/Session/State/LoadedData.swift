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
    /// The training split's statistics, as `preprocessing` uses them.
    package let scaling: FeatureScaling
    /// The digests of `split` and `scaling`, which each cell asks for.
    let splitDigest: UInt64
    let scalingDigest: UInt64

    package init(
        dataset: Dataset, origin: String = "", split: Split, preprocessing: Preprocessing
    ) {
        self.init(
            dataset: dataset, origin: origin, split: split, preprocessing: preprocessing,
            scaling: preprocessing.scaling(of: dataset, rows: split.train))
    }

    package init(
        dataset: Dataset, origin: String = "", split: Split, preprocessing: Preprocessing,
        scaling: FeatureScaling
    ) {
        self.dataset = dataset
        self.origin = origin
        self.split = split
        self.preprocessing = preprocessing
        self.scaling = scaling
        splitDigest = split.digest
        scalingDigest = scaling.digest
    }

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
