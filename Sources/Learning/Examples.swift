package import Numeric

/// Labelled examples as learning sees them: chosen rows of the features, and how to scale them.
package struct Examples: Sendable {
    package let features: Features
    /// The class of every row of `features`, in 0..<classCount.
    package let labels: [Int32]
    package let rows: RowSelection
    package let scaling: FeatureScaling
    /// C.
    package let classCount: Int

    package init(
        features: Features, labels: [Int32], rows: RowSelection, scaling: FeatureScaling,
        classCount: Int
    ) {
        self.features = features
        self.labels = labels
        self.rows = rows
        self.scaling = scaling
        self.classCount = classCount
    }

    /// N.
    package var count: Int { rows.count }

    /// D.
    package var dimension: Int { features.dimension }

    package func label(_ position: Int) -> Int { Int(labels[rows[position]]) }

    /// The scaled features of one example, D numbers.
    package func scaledRow(_ position: Int) -> [Float] {
        scaling.apply(to: features.row(rows[position]))
    }

    /// At most `count` of the examples, evenly spread.
    package func sample(_ count: Int) -> Examples {
        guard count < self.count else { return self }
        let chosen = (0..<count).map { Int32(rows[$0 * self.count / count]) }
        return Examples(
            features: features, labels: labels, rows: .indices(chosen), scaling: scaling,
            classCount: classCount)
    }
}
