import Numeric

/// `DoublePass` over sparse examples: scores row by row, and then the gradient column by column, so that each
/// piece of work writes to places of its own and no thread needs a gradient for itself.
struct SparseDoublePass {
    private let examples: Examples
    private let rows: SparseRows
    /// The columns of the chosen rows, as they are stored.
    private let columns: SparseRows
    private let factors: [Double]
    private let classes: Int
    private static let pieceRows = 256

    /// nil where the examples are not sparse, or the scaling makes zeros other numbers.
    init?(_ examples: Examples, columns: SparseRows?) {
        guard ScaledRows.keepsZeros(examples), case .sparse(let rows) = examples.features else {
            return nil
        }
        self.examples = examples
        self.rows = rows
        self.columns =
            columns
            ?? rows.chosen(
                examples.rows, factor: [Float](repeating: 1, count: rows.dimension)
            ).transposed()
        factors = examples.scaling.scale.map { 1 / Double($0) }
        classes = examples.classCount
    }

    /// The bytes of the columns with what they are made of, of slopes, weights and gradients.
    static func bytes(_ examples: Examples) -> Int {
        20 * ScaledRows.entries(examples) + 16 * examples.dimension
            + 8 * examples.classCount * (2 * examples.count + 4 * (examples.dimension + 1))
    }

    private var count: Int { examples.count }
    private var weightCount: Int { classes * rows.dimension }

    func run(
        _ weights: [Double], visit: @escaping @Sendable ([Double], Int, Int) -> DoublePass.RowResult
    ) -> (sums: (value: Double, dual: Double), gradient: [Double]) {
        let scaled = scaled(weights)
        let pieces = (count + Self.pieceRows - 1) / Self.pieceRows
        let slopes = AlignedBuffer<Double>(repeating: 0, count: count * classes)
        let sums = AlignedBuffer<Double>(repeating: 0, count: 2 * pieces)
        let (slopeWrites, sumWrites) = (slopes.writes, sums.writes)
        Parallel.forEach(pieces) { piece in
            var scores = [Double](repeating: 0, count: classes)
            for position in piece * Self.pieceRows..<min(count, (piece + 1) * Self.pieceRows) {
                for c in 0..<classes { scores[c] = scaled[weightCount + c] }
                var span = scores.mutableSpan
                rows.addScores(ofRow: examples.rows[position], weights: scaled.span, to: &span)
                let result = visit(scores, examples.label(position), position)
                sumWrites[2 * piece] += result.value
                sumWrites[2 * piece + 1] += result.dual
                for c in 0..<classes { slopeWrites[position * classes + c] = result.slopes[c] }
            }
        }
        var total = (value: 0.0, dual: 0.0)
        for piece in 0..<pieces {
            total.value += sumWrites[2 * piece]
            total.dual += sumWrites[2 * piece + 1]
        }
        return (total, product(slopes))
    }

    /// 1/N Σ of each class's (x, 1).
    func classMeans() -> [Double] {
        let members = AlignedBuffer<Double>(repeating: 0, count: count * classes)
        for position in 0..<count where !Parallel.isAbandoned(turn: position) {
            members.writes[position * classes + examples.label(position)] = 1
        }
        return product(members)
    }

    /// Weights, feature after feature, that take the features as they are stored.
    private func scaled(_ weights: [Double]) -> [Double] {
        var weights = weights
        var span = weights.mutableSpan
        for d in 0..<factors.count where factors[d] != 1 {
            for c in 0..<classes { span[d * classes + c] *= factors[d] }
        }
        return weights
    }

    /// 1/N Σ x·gᵀ over the rows and their numbers g, and then the means of g.
    private func product(_ numbers: AlignedBuffer<Double>) -> [Double] {
        let width = max(16, (rows.dimension + 255) / 256)
        let pieces = (rows.dimension + width - 1) / width
        let divisor = Double(max(count, 1))
        return [Double].written(count: weightCount + classes) { result in
            Parallel.forEach(pieces) { piece in
                for d in piece * width..<min(rows.dimension, (piece + 1) * width) {
                    result.withSlice(d * classes..<(d + 1) * classes) { sums in
                        for c in 0..<classes { sums[c] = 0 }
                        numbers.withSpan { columns.addScores(ofRow: d, weights: $0, to: &sums) }
                        for c in 0..<classes { sums[c] *= factors[d] / divisor }
                    }
                }
            }
            for c in 0..<classes {
                var sum = 0.0
                for position in 0..<count { sum += numbers.writes[position * classes + c] }
                result[weightCount + c] = sum / divisor
            }
        }
    }
}
