import Numeric
import Platform

/// The learning rate that is suggested for given data.
package enum StepSize {
    private static let sampleSize = 1000
    private static let iterations = 12

    /// 1/λ, where λ is the largest eigenvalue of the features' second moment 1/N Σ xxᵀ, by power
    /// iteration on a sample. The softmax loss is λ/2-smooth in W, so 1/λ is half of the longest
    /// step that is sure to descend.
    ///
    /// - Returns: nil where the run is asked to stop before it has begun.
    package static func suggested(for examples: Examples) -> Double? {
        Abandonment.step { rate(for: examples) }
    }

    private static func rate(for examples: Examples) -> Double {
        let sample = examples.sample(sampleSize)
        if case .sparse(let rows) = examples.features,
            examples.scaling == .identity(examples.dimension)
        {
            return min(1 / max(sparseEigenvalue(rows, sample.rows), 1e-30), 1)
        }
        let rows = (0..<sample.count).map { Parallel.isAbandoned ? [] : sample.scaledRow($0) }
        var random = SeededRandom(seed: 1, stream: .stepSize)
        var direction = (0..<examples.dimension).map { _ in Float(random.normal()) }
        var eigenvalue = 0.0
        for _ in 0..<iterations {
            var image = [Float](repeating: 0, count: direction.count)
            for row in rows {
                if Parallel.isAbandoned { return 0 }
                var product: Float = 0
                for (x, v) in zip(row, direction) { product += x * v }
                for d in image.indices { image[d] += product * row[d] }
            }
            let length = image.reduce(0) { $0 + Double($1) * Double($1) }.squareRoot()
            let before = direction.reduce(0) { $0 + Double($1) * Double($1) }.squareRoot()
            guard length > 0, length.isFinite, before > 0 else { return 1e-3 }
            eigenvalue = length / before / Double(rows.count)
            direction = image.map { Float(Double($0) / length) }
        }
        return min(1 / eigenvalue, 1)
    }

    /// The same eigenvalue; costs time for the numbers other than zero only.
    private static func sparseEigenvalue(_ rows: SparseRows, _ chosen: RowSelection) -> Double {
        var random = SeededRandom(seed: 1, stream: .stepSize)
        var direction = (0..<rows.dimension).map { _ in random.normal() }
        var eigenvalue = 0.0
        for _ in 0..<iterations {
            if Parallel.isAbandoned { return 0 }
            let image = secondMoment(rows, chosen, times: direction)
            let length = image.reduce(0) { $0 + $1 * $1 }.squareRoot()
            let before = direction.reduce(0) { $0 + $1 * $1 }.squareRoot()
            guard length > 0, before > 0 else { return 1 }
            eigenvalue = length / before / Double(chosen.count)
            direction = image.map { $0 / length }
        }
        return eigenvalue
    }

    /// Σ x·(xᵀ·direction) over the chosen rows.
    private static func secondMoment(
        _ rows: SparseRows, _ chosen: RowSelection, times direction: [Double]
    ) -> [Double] {
        let (columns, values, direction) = (rows.columns.span, rows.values.span, direction.span)
        var image = [Double](repeating: 0, count: direction.count)
        var sums = image.mutableSpan
        for position in 0..<chosen.count {
            if Parallel.isAbandoned { break }
            let entries = rows.entries(ofRow: chosen[position])
            var product = 0.0
            for entry in entries {
                product += Double(values[entry]) * direction[Int(columns[entry])]
            }
            for entry in entries {
                sums[Int(columns[entry])] += product * Double(values[entry])
            }
        }
        return image
    }
}
