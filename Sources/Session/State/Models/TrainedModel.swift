package import Datasets
package import Learning
package import Numeric

/// All that is needed to classify new rows: weights, the map of each feature, and what columns and
/// classes are called. It needs no data.
package struct TrainedModel: Sendable {
    package var classifier: LinearClassifier
    package var scaling: FeatureScaling
    /// C names.
    package var classNames: [String]
    /// D names, or empty.
    package var featureNames: [String]
    /// What the columns of a table become; nil for data that was no table.
    package var layout: TableLayout?
    /// How its features are a picture; nil where they are not.
    package var image: ImageShape? = nil
    /// The loss that it was trained with, as `loss` takes it: `svm squared`.
    package var loss: String
    /// Whether the softmax of the scores are probabilities.
    package var hasProbabilities: Bool

    package var classes: Int { classNames.count }
    package var dimension: Int { classifier.dimension }

    /// The layout, or one of D columns of numbers.
    package var columns: TableLayout {
        layout
            ?? TableLayout(
                numbers: featureNames.isEmpty
                    ? (1...max(dimension, 1)).map { "column\($0)" } : featureNames)
    }
}

extension Session {
    /// The model that was opened, or the present weights with the present data.
    func model() throws(Failure) -> TrainedModel {
        if let model = state.model { return model }
        let data = try data()
        return TrainedModel(
            classifier: try classifier(), scaling: data.scaling,
            classNames: data.dataset.classNames, featureNames: data.dataset.featureNames,
            layout: data.dataset.table, image: data.dataset.image, loss: state.objective.lossName,
            hasProbabilities: type(of: state.objective.loss) == Softmax.self)
    }
}
