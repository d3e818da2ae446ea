package import Datasets
package import Learning
package import Numeric

/// A data set with its split and preprocessing.
package struct LoadedData: Sendable {
    package let dataset: Dataset
    /// What was loaded, as a text that is equal for the same source and settings.
    package var origin = ""
    package var split: Split
    package var preprocessing: Preprocessing
    /// The training split's statistics, as `preprocessing` uses them.
    package private(set) var scaling: FeatureScaling

    package init(
        dataset: Dataset, origin: String = "", split: Split, preprocessing: Preprocessing
    ) {
        self.dataset = dataset
        self.origin = origin
        self.split = split
        self.preprocessing = preprocessing
        scaling = preprocessing.scaling(of: dataset, rows: split.train)
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
        }
    }
}
