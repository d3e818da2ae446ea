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
        return Examples(
            features: .floats(
                FloatRows(Matrix(rows: count, columns: dimension, elements: elements))),
            labels: labels, rows: .range(0..<count), scaling: .identity(dimension),
            classCount: classes)
    }
}
