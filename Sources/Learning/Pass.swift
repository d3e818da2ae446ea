package import Numeric

/// One pass over examples: their scores, losses and, when wanted, the gradient, block after block,
/// so that a block is still in the cache when its gradient is made.
///
/// The scaling is folded: with x' = (x − μ)/σ, scores are x·(W/σ) + (b − μ·(W/σ)), and the
/// gradient by W is (Σ slope·x − μ Σ slope)/σ. Pieces are the same for any number of threads: rows
/// for the scores, columns for the gradient, whose rows are always added in order.
package struct Pass: Sendable {
    package let examples: Examples
    /// What is subtracted from every byte, near the mean pixel, so that μ − offset is small.
    private let offset: Float
    private let stride: Int

    private static let blockRows = 1024
    private static let pieceRows = 64
    private static let pieceColumns = 256

    package struct Sums: Sendable, BitwiseCopyable {
        /// Σ Lᵢ.
        package var loss = 0.0
        package var correct = 0
        package var count = 0
    }

    package init(_ examples: Examples) {
        self.examples = examples
        stride = RowBlock.stride(examples.dimension)
        if case .bytes = examples.features, examples.dimension > 0 {
            let total = examples.scaling.mean.reduce(0.0) { $0 + Double($1) }
            offset = Float((total / Double(examples.dimension)).rounded())
        } else {
            offset = 0
        }
    }

    /// W/σ with padded rows, and b − (μ − offset)·(W/σ).
    private func fold(_ classifier: LinearClassifier) -> (weights: [Float], bias: [Float]) {
        let dimension = examples.dimension
        var weights = [Float](repeating: 0, count: classifier.classes * stride)
        var bias = classifier.b
        let mean = examples.scaling.mean.span
        let scale = examples.scaling.scale.span
        let source = classifier.W.elements.span
        for c in 0..<classifier.classes {
            var shift = 0.0
            for d in 0..<dimension {
                let weight = source[c * dimension + d] / scale[d]
                weights[c * stride + d] = weight
                shift += Double(weight) * Double(mean[d] - offset)
            }
            bias[c] = Float(Double(bias[c]) - shift)
        }
        return (weights, bias)
    }

    /// Scores of some examples, n×C.
    package func scores(_ classifier: LinearClassifier, positions: Range<Int>) -> Matrix {
        let classes = classifier.classes
        let (weights, bias) = fold(classifier)
        var scores = [Float](repeating: 0, count: positions.count * classes)
        let pieces = (positions.count + Self.pieceRows - 1) / Self.pieceRows
        unsafe scores.withUnsafeMutableBufferPointer { buffer in
            let shared = unsafe DisjointWrites(buffer)
            Parallel.forEach(pieces) { piece in
                let from = piece * Self.pieceRows
                let to = min(positions.count, from + Self.pieceRows)
                let rows = RowBlock(
                    examples.features, rows: examples.rows,
                    positions: positions.lowerBound + from..<positions.lowerBound + to)
                shared.withSlice(from * classes..<to * classes) { span in
                    rows.scores(weights: weights.span, bias: bias.span, offset: offset, into: &span)
                }
            }
        }
        return Matrix(rows: positions.count, columns: classes, elements: scores)
    }

    /// Σ Lᵢ over all examples.
    package func run(_ classifier: LinearClassifier, loss: any Loss) -> Sums {
        run(classifier, loss: loss, rows: nil, wantsGradient: false).sums
    }

    /// Σ Lᵢ over all examples, or over the rows given, and the mean gradient of the data loss.
    package func run(
        _ classifier: LinearClassifier, loss: any Loss, rows: [Int]? = nil, gradient: inout Gradient
    ) -> Sums {
        let result = run(classifier, loss: loss, rows: rows, wantsGradient: true)
        let dimension = examples.dimension
        let mean = examples.scaling.mean.span
        let scale = examples.scaling.scale.span
        let share = 1 / Float(max(result.sums.count, 1))
        for c in 0..<classifier.classes {
            let slope = result.slopes[c]
            gradient.db[c] = Float(slope) * share
            var out = gradient.dW.elements.mutableSpan
            let sum = Float(slope)
            for d in 0..<dimension {
                let raw = result.gradient[c * stride + d] - (mean[d] - offset) * sum
                out[c * dimension + d] = raw / scale[d] * share
            }
        }
        return result.sums
    }

    private func run(
        _ classifier: LinearClassifier, loss: any Loss, rows: [Int]?, wantsGradient: Bool
    ) -> (sums: Sums, gradient: [Float], slopes: [Double]) {
        let classes = classifier.classes
        let (weights, bias) = fold(classifier)
        var gradient = [Float](repeating: 0, count: wantsGradient ? classes * stride : 0)
        var slopes = [Double](repeating: 0, count: classes)
        var sums = Sums()
        let total = rows?.count ?? examples.count
        var scores = [Float](repeating: 0, count: min(total, Self.blockRows) * classes)
        for begin in Swift.stride(from: 0, to: total, by: Self.blockRows) {
            let end = min(total, begin + Self.blockRows)
            let block: [Int] = rows.map { Array($0[begin..<end]) } ?? (begin..<end).map { examples.rows[$0] }
            score(block, weights, bias, loss, into: &scores, &sums, differentiating: wantsGradient)
            guard wantsGradient else { continue }
            for r in 0..<block.count {
                for c in 0..<classes { slopes[c] += Double(scores[r * classes + c]) }
            }
            accumulate(block, slopes: scores, classes: classes, into: &gradient)
        }
        return (sums, gradient, slopes)
    }

    /// Scores of a block's rows become losses and, when wanted, slopes.
    private func score(
        _ block: [Int], _ weights: [Float], _ bias: [Float], _ loss: any Loss, into scores: inout [Float],
        _ sums: inout Sums, differentiating: Bool
    ) {
        let classes = bias.count
        let pieces = (block.count + Self.pieceRows - 1) / Self.pieceRows
        var parts = [Sums](repeating: Sums(), count: pieces)
        unsafe parts.withUnsafeMutableBufferPointer { parts in
            unsafe scores.withUnsafeMutableBufferPointer { scores in
                let sharedParts = unsafe DisjointWrites(parts)
                let sharedScores = unsafe DisjointWrites(scores)
                Parallel.forEach(pieces) { piece in
                    let range = piece * Self.pieceRows..<min(block.count, (piece + 1) * Self.pieceRows)
                    let rows = RowBlock(examples.features, rows: Array(block[range]))
                    sharedScores.withSlice(range.lowerBound * classes..<range.upperBound * classes) { span in
                        rows.scores(weights: weights.span, bias: bias.span, offset: offset, into: &span)
                    }
                    sharedParts[piece] = losses(
                        block, range, loss, scores: sharedScores, classes: classes, differentiating)
                }
            }
        }
        for part in parts {
            sums.loss += part.loss
            sums.correct += part.correct
            sums.count += part.count
        }
    }

    private func losses(
        _ block: [Int], _ range: Range<Int>, _ loss: any Loss, scores: DisjointWrites<Float>,
        classes: Int, _ differentiating: Bool
    ) -> Sums {
        var sums = Sums()
        for r in range {
            let label = Int(examples.labels[block[r]])
            scores.withSlice(r * classes..<(r + 1) * classes) { scores in
                if Pass.isHighest(label, in: scores.span) { sums.correct += 1 }
                sums.loss += differentiating
                    ? loss.differentiate(&scores, label: label) : loss.value(scores.span, label: label)
            }
            sums.count += 1
        }
        return sums
    }

    /// Whether a class's score is the highest, the first one winning a tie.
    private static func isHighest(_ label: Int, in scores: Span<Float>) -> Bool {
        let own = scores[label]
        for j in 0..<scores.count where scores[j] > own || (j < label && scores[j] == own) { return false }
        return !own.isNaN
    }

    private func accumulate(
        _ block: [Int], slopes: [Float], classes: Int, into gradient: inout [Float]
    ) {
        let dimension = examples.dimension
        let rows = RowBlockBox(RowBlock(examples.features, rows: block))
        let pieces = (dimension + Self.pieceColumns - 1) / Self.pieceColumns
        unsafe gradient.withUnsafeMutableBufferPointer { buffer in
            let shared = unsafe DisjointWrites(buffer)
            Parallel.forEach(pieces) { piece in
                let columns = piece * Self.pieceColumns..<min(dimension, (piece + 1) * Self.pieceColumns)
                rows.block.accumulateGradient(
                    slopes: slopes.span, classes: classes, offset: offset, columns: columns, into: shared)
            }
        }
    }
}

/// Rows that several threads read.
private struct RowBlockBox: @unchecked Sendable {
    // Safe: the rows and their pointers never change.
    let block: RowBlock

    init(_ block: RowBlock) { self.block = block }
}

/// The class with the highest score of each example; the first one wins a tie.
package func predictions(_ classifier: LinearClassifier, on examples: Examples) -> [Int] {
    let scores = Pass(examples).scores(classifier, positions: 0..<examples.count)
    return (0..<scores.rows).map { r in
        let row = scores.row(r)
        var best = row.startIndex
        for j in row.indices where row[j] > row[best] { best = j }
        return best - row.startIndex
    }
}

/// How often examples of class i (row) were taken for class j (column), C×C.
package func confusionMatrix(_ classifier: LinearClassifier, on examples: Examples) -> [[Int]] {
    var counts = [[Int]](
        repeating: [Int](repeating: 0, count: examples.classCount), count: examples.classCount)
    for (position, prediction) in predictions(classifier, on: examples).enumerated() {
        counts[examples.label(position)][prediction] += 1
    }
    return counts
}
