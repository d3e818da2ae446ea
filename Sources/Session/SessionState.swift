package import Datasets
package import Learning
package import Numeric
package import Syntax

/// Everything that a statement may change and a failed one gives back.
///
/// A value: a copy is a snapshot, and large parts (data, weights) are shared until changed.
package struct SessionState: Sendable {
    package var data: LoadedData?
    /// What `init`, a search or an optimizer made; acts on preprocessed features.
    package var classifier: LinearClassifier?
    package var objective: Objective = .lecture
    package var runs: [Run] = []
    package var variables: [String: Value] = [:]
    package var definitions: [String: UserCommand] = [:]
    package var seed: UInt64 = 1
    /// How many random streams have been drawn, so that each run draws its own.
    package var draws: UInt64 = 0
    /// The seed this state began with, before anything in `log`.
    package var firstSeed: UInt64 = 1
    /// The statements that led here, which a saved session repeats.
    package var log = SessionLog()

    package init() {}
}

/// A command made with `def`, with the text it stands in.
package struct UserCommand: Sendable {
    package let definition: Definition
    package let source: Source
}

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

/// The parts of a split by the names that commands use.
package enum Part: String, CaseIterable, Sendable {
    case train, val, test

    static var names: [String] { allCases.map(\.rawValue) }
}

/// One finished optimization or search.
package struct Run: Sendable {
    package var number: Int
    /// The call that made it, with what it assumed.
    package var source: String
    /// What was minimized: `softmax + l2 0.001`.
    package var objective = ""
    package var curve: [CurvePoint]
    package var loss: Double
    package var trainAccuracy: Double
    package var valAccuracy: Double?
    package var seconds: Double
    package var classifier: LinearClassifier
}

extension Objective {
    /// What a session starts with: the lecture's SVM, not regularized.
    static var lecture: Objective {
        Objective(loss: SVM(), penalty: NoPenalty(), strength: 0, regularizesBias: false)
    }
}
