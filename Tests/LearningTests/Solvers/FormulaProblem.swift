import Learning
import Numeric

/// The problem that scripts/optima and scripts/library-optima have, by the same formulas.
enum FormulaProblem {
    /// Of two classes, the second has all but the first's examples.
    static func examples(classes: Int) -> Examples {
        let (count, dimension) = (40, 5)
        var elements: [Float] = []
        var labels: [Int32] = []
        for i in 0..<count {
            for d in 0..<dimension {
                let number: Int = (i * 7 + d * 5 + i * d * d) % 13
                elements.append(Float(Double(number) / 6 - 1))
            }
            labels.append(Int32(min((i * i + i / 5) % 3, classes - 1)))
        }
        let features = Features.floats(
            FloatRows(Matrix(rows: count, columns: dimension, elements: elements)))
        return make(features, labels, classes: classes)
    }

    /// The same examples as sparse rows, some zeros left out and the rows in another order; with `scale` their
    /// numbers are stored times 2, 3, 4 … and divided by the scaling.
    static func sparse(classes: Int, isScaled: Bool) -> Examples {
        let dense = examples(classes: classes)
        let scale = (0..<dense.dimension).map { isScaled ? Float($0 + 2) : 1 }
        let order = (0..<dense.count).map { Int32(($0 * 7 + 3) % dense.count) }
        let rows = SparseRows.of(dense.count, dimension: dense.dimension) { r in
            zip(dense.features.row(r), scale).map { $0 * $1 }
        }
        return Examples(
            features: .sparse(rows), labels: dense.labels, rows: .indices(order),
            scaling: FeatureScaling(
                mean: [Float](repeating: 0, count: dense.dimension), scale: scale),
            classCount: classes)
    }

    private static func make(_ features: Features, _ labels: [Int32], classes: Int) -> Examples {
        Examples(
            features: features, labels: labels, rows: .range(0..<labels.count),
            scaling: .identity(features.dimension), classCount: classes)
    }
}
