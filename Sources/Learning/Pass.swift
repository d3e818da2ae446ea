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
    /// μ − offset, also as a row to be scored.
    private let shift: [Float]
    private let shiftRow: RowBlock
    /// 1/σ.
    private let factor: [Float]
    private let stride: Int

    private static let blockRows = 512
    private static let pieceRows = 32
    private static let pieceColumns = 256

    package struct Sums: Sendable, BitwiseCopyable {
        /// Σ Lᵢ.
        package var loss = 0.0
        package var correct = 0
        package var count = 0
        /// Whether the slopes are packed.
        fileprivate var isWhole = false

        mutating func add(_ other: Sums) {
            loss += other.loss
            correct += other.correct
            count += other.count
        }
    }

    package init(_ examples: Examples) {
        self.examples = examples
        let dimension = examples.dimension
        stride = RowBlock.stride(dimension)
        let offset = Self.offset(examples)
        self.offset = offset
        let shift = examples.scaling.mean.map { $0 - offset }
        self.shift = shift
        shiftRow = RowBlock(
            .floats(FloatRows(Matrix(rows: 1, columns: dimension, elements: shift))), rows: [0])
        factor = examples.scaling.scale.map { 1 / $0 }
    }

    private static func offset(_ examples: Examples) -> Float {
        guard case .bytes = examples.features, examples.dimension > 0 else { return 0 }
        let total = examples.scaling.mean.reduce(0.0) { $0 + Double($1) }
        return Float((total / Double(examples.dimension)).rounded())
    }

    /// W/σ, and b − (μ − offset)·(W/σ).
    private func fold(_ classifier: LinearClassifier) -> (weights: FoldedWeights, bias: [Float]) {
        let weights = FoldedWeights(classes: classifier.classes, dimension: classifier.dimension)
        weights.fold(classifier.W, factor: factor, isSparse: examples.features.isSparse)
        return (weights, zip(classifier.b, shifts(classifier, weights)).map { $0 - $1 })
    }

    /// (μ − offset)·(W/σ).
    private func shifts(_ classifier: LinearClassifier, _ folded: FoldedWeights) -> [Float] {
        var shifts = [Float](repeating: 0, count: classifier.classes)
        // Sparse rows have an order of their own, and are seldom shifted.
        if examples.features.isSparse {
            for c in shifts.indices {
                for (d, shift) in shift.enumerated() where shift != 0 {
                    shifts[c] += shift * classifier.W[c, d] * factor[d]
                }
            }
            return shifts
        }
        let zeros = shifts
        var span = shifts.mutableSpan
        shiftRow.scores(weights: folded, bias: zeros.span, offset: 0, into: &span)
        return shifts
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
                    rows.scores(weights: weights, bias: bias.span, offset: offset, into: &span)
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
        let share = 1 / Float(max(result.sums.count, 1))
        unsafe gradient.dW.elements.withUnsafeMutableBufferPointer { buffer in
            let out = unsafe DisjointWrites(buffer)
            for c in 0..<classifier.classes {
                out.withSlice(c * dimension..<(c + 1) * dimension) { row in
                    VectorKernels.unfold(
                        result.gradient[c * stride..<(c + 1) * stride].span, shift: shift.span,
                        factor: factor.span, slope: Float(result.slopes[c]), share: share,
                        into: &row)
                }
            }
        }
        for c in 0..<classifier.classes { gradient.db[c] = Float(result.slopes[c]) * share }
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
        let most = min(total, Self.blockRows)
        var scores = [Float](repeating: 0, count: most * classes)
        let packed = AlignedBuffer<Int8>(
            repeating: 0, count: wantsGradient ? RowBlock.packedCount(most) * classes : 0)
        for begin in Swift.stride(from: 0, to: total, by: Self.blockRows) {
            let end = min(total, begin + Self.blockRows)
            let block =
                rows.map { Array($0[begin..<end]) } ?? (begin..<end).map { examples.rows[$0] }
            let data = RowBlock(examples.features, rows: block)
            let isWhole = score(
                block, data, weights, bias, loss, into: &scores, &sums,
                slopes: wantsGradient ? packed : nil)
            guard wantsGradient else { continue }
            for r in 0..<block.count {
                for c in 0..<classes { slopes[c] += Double(scores[r * classes + c]) }
            }
            accumulate(
                data, slopes: scores, packed: isWhole ? packed : nil, classes: classes,
                into: &gradient)
        }
        return (sums, gradient, slopes)
    }

    /// Scores of a block's rows become losses and, when wanted, slopes; says whether these are all
    /// whole numbers, packed as well.
    private func score(
        _ block: [Int], _ data: RowBlock, _ weights: FoldedWeights, _ bias: [Float],
        _ loss: any Loss,
        into scores: inout [Float], _ sums: inout Sums, slopes: AlignedBuffer<Int8>?
    ) -> Bool {
        let classes = bias.count
        let pieces = (block.count + Self.pieceRows - 1) / Self.pieceRows
        var parts = [Sums](repeating: Sums(), count: pieces)
        unsafe parts.withUnsafeMutableBufferPointer { parts in
            unsafe scores.withUnsafeMutableBufferPointer { scores in
                let sharedParts = unsafe DisjointWrites(parts)
                let sharedScores = unsafe DisjointWrites(scores)
                Parallel.forEach(pieces) { piece in
                    let range =
                        piece * Self.pieceRows..<min(block.count, (piece + 1) * Self.pieceRows)
                    sharedScores.withSlice(range.lowerBound * classes..<range.upperBound * classes)
                    { span in
                        data.scores(
                            of: range, weights: weights, bias: bias.span, offset: offset,
                            into: &span)
                    }
                    sharedParts[piece] = losses(
                        block, range, loss, scores: sharedScores, classes: classes, slopes)
                }
            }
        }
        var isWhole = slopes != nil
        for part in parts {
            sums.add(part)
            isWhole = isWhole && part.isWhole
        }
        return isWhole
    }

    private func losses(
        _ block: [Int], _ range: Range<Int>, _ loss: any Loss, scores: DisjointWrites<Float>,
        classes: Int, _ slopes: AlignedBuffer<Int8>?
    ) -> Sums {
        var sums = Sums()
        for r in range {
            let label = Int(examples.labels[block[r]])
            scores.withSlice(r * classes..<(r + 1) * classes) { scores in
                if Pass.isHighest(label, in: scores.span) { sums.correct += 1 }
                sums.loss +=
                    slopes != nil
                    ? loss.differentiate(&scores, label: label)
                    : loss.value(scores.span, label: label)
            }
            sums.count += 1
        }
        if let slopes, case .bytes = examples.features {
            sums.isWhole = scores.withSlice(range.lowerBound * classes..<range.upperBound * classes)
            {
                RowBlock.packSlopes(
                    $0.span, classes: classes, fromRow: range.lowerBound, into: slopes)
            }
        }
        return sums
    }

    /// Whether a class's score is the highest, the first one winning a tie.
    static func isHighest(_ label: Int, in scores: Span<Float>) -> Bool {
        let own = scores[label]
        for j in 0..<scores.count where scores[j] > own || (j < label && scores[j] == own) {
            return false
        }
        return !own.isNaN
    }

    private func accumulate(
        _ data: RowBlock, slopes: [Float], packed: AlignedBuffer<Int8>?, classes: Int,
        into gradient: inout [Float]
    ) {
        let dimension = examples.dimension
        // Each piece looks for its columns in every sparse row, so there are few pieces.
        let width =
            examples.features.isSparse
            ? max(Self.pieceColumns, RowBlock.stride((dimension + 7) / 8)) : Self.pieceColumns
        let pieces = (dimension + width - 1) / width
        unsafe gradient.withUnsafeMutableBufferPointer { buffer in
            let shared = unsafe DisjointWrites(buffer)
            Parallel.forEach(pieces) { piece in
                let columns =
                    piece * width..<min(dimension, (piece + 1) * width)
                data.accumulateGradient(
                    slopes: slopes.span, packed: packed, classes: classes, offset: offset,
                    columns: columns,
                    into: shared)
            }
        }
    }
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
