import Numeric

/// Passes over sparse rows, with a feature's weights beside one another: scores row by row, and the
/// gradient column by column, so that each piece of work writes to places of its own.
final class SparseCurvedPass: CurvedPass, @unchecked Sendable {
    let examples: Examples
    let layout: WeightLayout
    let slopes: AlignedBuffer<Float>
    /// The examples, scaled, and their columns as rows.
    let rows: SparseRows
    let columns: SparseRows
    private let labels: [Int]
    /// Those of the last pass, n×C.
    let scores: AlignedBuffer<Float>
    private static let pieceRows = 256

    init(_ examples: Examples, rows: SparseRows) {
        self.examples = examples
        self.rows = rows
        columns = rows.transposed()
        layout = WeightLayout(
            classes: examples.classCount, dimension: examples.dimension, isByFeature: true)
        labels = (0..<examples.count).map { examples.label($0) }
        slopes = AlignedBuffer(repeating: 0, count: examples.count * examples.classCount)
        scores = AlignedBuffer(repeating: 0, count: examples.count * examples.classCount)
    }

    /// The bytes of slopes, scores, labels, and of the columns of this number of entries, with what counts
    /// them.
    static func bytes(_ examples: Examples, entries: Int) -> Int {
        examples.count * (8 * examples.classCount + 16) + 12 * entries + 16 * examples.dimension
    }

    private var pieces: Int { (rows.count + Self.pieceRows - 1) / Self.pieceRows }

    private func rows(ofPiece piece: Int) -> Range<Int> {
        piece * Self.pieceRows..<min(rows.count, (piece + 1) * Self.pieceRows)
    }

    func evaluate(_ x: [Float], _ loss: any CurvedLoss) -> (sums: Pass.Sums, gradient: [Float]) {
        let classes = layout.classes
        let (slopes, scores, labels) = (slopes.writes, scores.writes, labels)
        let sums = score(x) { r in
            scores.withSlice(r * classes..<(r + 1) * classes) { row in
                slopes.withSlice(r * classes..<(r + 1) * classes) { slopes in
                    let (value, dual) = loss.differentiate(
                        row.span, label: labels[r], into: &slopes)
                    var sums = Pass.Sums()
                    sums.add(value, isCorrect: Pass.isHighest(labels[r], in: row.span))
                    sums.dual = dual
                    return sums
                }
            }
        }
        return (sums, transposedProduct(self.slopes))
    }

    func bend(_ v: [Float], _ loss: any CurvedLoss) -> [Float] {
        let classes = layout.classes
        let (slopes, scores, labels) = (slopes.writes, scores.writes, labels)
        _ = score(v) { r in
            scores.withSlice(r * classes..<(r + 1) * classes) { row in
                slopes.withSlice(r * classes..<(r + 1) * classes) { slopes in
                    loss.bend(&row, slopes: slopes.span, label: labels[r])
                }
            }
            return Pass.Sums()
        }
        return transposedProduct(self.scores)
    }

    func mean(_ loss: any ScoreLoss, at x: [Float]) -> Double {
        let classes = layout.classes
        let (scores, labels) = (scores.writes, labels)
        let sums = score(x) { r in
            scores.withSlice(r * classes..<(r + 1) * classes) { row in
                var sums = Pass.Sums()
                sums.add(loss.value(row.span, label: labels[r]), isCorrect: false)
                return sums
            }
        }
        return sums.loss / Double(max(rows.count, 1))
    }

    /// Puts the scores of each row by x into `scores`.
    func makeScores(_ x: [Float]) { _ = score(x) { _ in Pass.Sums() } }

    /// Makes the scores of each row by x, and then what `finish` does with them.
    private func score(
        _ x: [Float], finish: @escaping @Sendable (Int) -> Pass.Sums
    ) -> Pass.Sums {
        let classes = layout.classes
        var parts = [Pass.Sums](repeating: Pass.Sums(), count: pieces)
        parts.withDisjointWrites { parts in
            let (scores, weights) = (scores.writes, layout.weights)
            Parallel.forEach(pieces) { [self] piece in
                var sums = Pass.Sums()
                let span = x.span
                for r in rows(ofPiece: piece) {
                    scores.withSlice(r * classes..<(r + 1) * classes) { row in
                        for c in 0..<classes { row[c] = span[weights + c] }
                        rows.addScores(ofRow: r, weights: span, to: &row)
                    }
                    sums.add(finish(r))
                }
                parts[piece] = sums
            }
        }
        return parts.reduce(into: Pass.Sums()) { $0.add($1) }
    }

    /// 1/N Σ x·gᵀ over the rows and their numbers g, n×C, and then the means of g.
    func transposedProduct(_ numbers: AlignedBuffer<Float>) -> [Float] {
        let classes = layout.classes
        let share = 1 / Float(max(rows.count, 1))
        var result = [Float](repeating: 0, count: layout.count)
        let width = max(16, (layout.dimension + 255) / 256)
        result.withDisjointWrites { result in
            Parallel.forEach((layout.dimension + width - 1) / width) { [self] piece in
                for d in piece * width..<min(layout.dimension, (piece + 1) * width) {
                    result.withSlice(d * classes..<(d + 1) * classes) { row in
                        numbers.withSpan { columns.addScores(ofRow: d, weights: $0, to: &row) }
                        for c in 0..<classes { row[c] *= share }
                    }
                }
            }
        }
        for (c, sum) in columnSums(numbers).enumerated() {
            result[layout.weights + c] = Float(sum / Double(max(rows.count, 1)))
        }
        return result
    }

    /// 1/N Σ x²·g, with the means of g for the biases.
    func squaredProduct(_ numbers: AlignedBuffer<Float>) -> [Float] {
        let classes = layout.classes
        let share = 1 / Float(max(rows.count, 1))
        var result = [Float](repeating: 0, count: layout.count)
        numbers.withSpan { numbers in
            var result = result.mutableSpan
            for d in 0..<layout.dimension {
                for entry in columns.entries(ofRow: d) {
                    let place = Int(columns.columns[entry]) * classes
                    let square = columns.values[entry] * columns.values[entry] * share
                    for c in 0..<classes { result[d * classes + c] += square * numbers[place + c] }
                }
            }
        }
        for (c, sum) in columnSums(numbers).enumerated() {
            result[layout.weights + c] = Float(sum / Double(max(rows.count, 1)))
        }
        return result
    }

    private func columnSums(_ numbers: AlignedBuffer<Float>) -> [Double] {
        let classes = layout.classes
        var sums = [Double](repeating: 0, count: classes)
        numbers.withSpan { numbers in
            for r in 0..<rows.count {
                for c in 0..<classes { sums[c] += Double(numbers[r * classes + c]) }
            }
        }
        return sums
    }
}
