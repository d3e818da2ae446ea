package import Numeric

/// One pass over examples: their scores, losses and, when wanted, the gradient, block after block,
/// so that a block is still in the cache when its gradient is made.
///
/// The scaling is folded: with x' = (x − μ)/σ, scores are x·(W/σ) + (b − μ·(W/σ)), and the
/// gradient by W is (Σ slope·x − μ Σ slope)/σ. Pieces are the same for any number of threads: rows
/// for the scores, columns for the gradient, whose rows are always added in order.
///
/// What a pass needs is kept for the next one, so that a training step allocates nothing of the
/// size of its data or weights. So one thread at a time calls it.
package final class Pass: @unchecked Sendable {
    package let examples: Examples
    /// What is subtracted from every byte, near the mean pixel, so that μ − offset is small.
    private let offset: Float
    /// μ − offset, also as a row to be scored.
    private let shift: [Float]
    private let shiftRow: RowBlock
    /// 1/σ.
    private let factor: [Float]
    private let stride: Int
    private let classes: Int
    /// W/σ, and b − (μ − offset)·(W/σ).
    private let weights: FoldedWeights
    private let bias: AlignedBuffer<Float>
    /// (μ − offset)·(W/σ).
    private let shifts: AlignedBuffer<Float>
    /// The block's rows, their scores and, as bytes, slopes; what each piece of them sums up to.
    private var block: RowBlock
    private let scores: AlignedBuffer<Float>
    private let packed: AlignedBuffer<Int8>
    private let parts: AlignedBuffer<Sums>
    private let slopes: AlignedBuffer<Double>
    /// Σ slope·(x − offset), C×stride; made when it is needed first.
    private lazy var gradient = AlignedBuffer<Float>(repeating: 0, count: classes * stride)

    /// How many rows a block has: what stays in the second cache, by D alone.
    private let blockRows: Int
    private static let blockBytes = 512 * 3072
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

    /// - Parameter batch: how many rows a pass is over, where that is fewer than all.
    package init(_ examples: Examples, batch: Int? = nil) {
        self.examples = examples
        let dimension = examples.dimension
        classes = examples.classCount
        stride = RowBlock.stride(dimension)
        let offset = Self.offset(examples)
        self.offset = offset
        let shift = examples.scaling.mean.map { $0 - offset }
        self.shift = shift
        shiftRow = RowBlock(
            .floats(FloatRows(Matrix(rows: 1, columns: dimension, elements: shift))), rows: [0])
        factor = examples.scaling.scale.map { 1 / $0 }
        weights = FoldedWeights(classes: classes, dimension: dimension)
        bias = AlignedBuffer(repeating: 0, count: classes)
        shifts = AlignedBuffer(repeating: 0, count: classes)
        blockRows = Self.blockRows(examples.features)
        let rows = min(batch ?? examples.count, blockRows)
        block = RowBlock(examples.features, capacity: rows)
        scores = AlignedBuffer(repeating: 0, count: rows * classes)
        packed = AlignedBuffer(repeating: 0, count: RowBlock.packedCount(rows) * classes)
        let pieces = (rows + Self.pieceRows - 1) / Self.pieceRows
        parts = AlignedBuffer(repeating: Sums(), count: pieces)
        slopes = AlignedBuffer(repeating: 0, count: pieces * classes)
    }

    /// From 32 to 512, a whole number of pieces.
    private static func blockRows(_ features: Features) -> Int {
        let bytes =
            switch features {
            case .bytes: features.dimension
            case .floats: features.dimension * MemoryLayout<Float>.stride
            case .sparse: 1
            }
        return max(1, min(512, blockBytes / max(bytes, 1)) / pieceRows) * pieceRows
    }

    private static func offset(_ examples: Examples) -> Float {
        guard case .bytes = examples.features, examples.dimension > 0 else { return 0 }
        let total = examples.scaling.mean.reduce(0.0) { $0 + Double($1) }
        return Float((total / Double(examples.dimension)).rounded())
    }

    private func fold(_ classifier: LinearClassifier) {
        precondition(classifier.classes == classes, "weights for the examples' classes")
        weights.fold(classifier.W, factor: factor, isSparse: examples.features.isSparse)
        findShifts(classifier)
        for c in 0..<classes { bias.writes[c] = classifier.b[c] - shifts.writes[c] }
    }

    private func findShifts(_ classifier: LinearClassifier) {
        for c in 0..<classes { (shifts.writes[c], bias.writes[c]) = (0, 0) }
        // Sparse rows have an order of their own, and are seldom shifted.
        if examples.features.isSparse {
            for (d, shift) in shift.enumerated() where shift != 0 {
                for c in 0..<classes {
                    shifts.writes[c] += shift * classifier.W[c, d] * factor[d]
                }
            }
            return
        }
        bias.withSpan { zeros in
            shifts.withMutableSpan {
                shiftRow.scores(weights: weights, bias: zeros, offset: 0, into: &$0)
            }
        }
    }

    /// Scores of some examples, n×C.
    package func scores(_ classifier: LinearClassifier, positions: Range<Int>) -> Matrix {
        fold(classifier)
        var scores = [Float](repeating: 0, count: positions.count * classes)
        let pieces = (positions.count + Self.pieceRows - 1) / Self.pieceRows
        unsafe scores.withUnsafeMutableBufferPointer { buffer in
            let shared = unsafe DisjointWrites(buffer)
            let (examples, weights, bias) = (examples, weights, bias)
            let (classes, offset) = (classes, offset)
            Parallel.forEach(pieces) { piece in
                let from = piece * Self.pieceRows
                let to = min(positions.count, from + Self.pieceRows)
                let rows = RowBlock(
                    examples.features, rows: examples.rows,
                    positions: positions.lowerBound + from..<positions.lowerBound + to)
                shared.withSlice(from * classes..<to * classes) { span in
                    bias.withSpan {
                        rows.scores(weights: weights, bias: $0, offset: offset, into: &span)
                    }
                }
            }
        }
        return Matrix(rows: positions.count, columns: classes, elements: scores)
    }

    /// Σ Lᵢ over all examples.
    package func run(_ classifier: LinearClassifier, loss: any Loss) -> Sums {
        run(classifier, loss: loss, rows: nil, into: nil)
    }

    /// Σ Lᵢ over all examples, or over the rows given, and the mean gradient of the data loss.
    package func run(
        _ classifier: LinearClassifier, loss: any Loss, rows: [Int]? = nil, gradient: inout Gradient
    ) -> Sums {
        let total = AlignedBuffer<Double>(repeating: 0, count: classes)
        var sums = Sums()
        unsafe gradient.dW.elements.withUnsafeMutableBufferPointer { buffer in
            sums = run(
                classifier, loss: loss, rows: rows,
                into: Slopes(dW: unsafe DisjointWrites(buffer), sums: total.writes))
        }
        let share = 1 / Float(max(sums.count, 1))
        for c in 0..<classes { gradient.db[c] = Float(total.writes[c]) * share }
        return sums
    }

    /// Where the gradient goes: ∂L/∂W, and Σ slope of each class.
    private struct Slopes: Sendable {
        let dW: DisjointWrites<Float>
        let sums: DisjointWrites<Double>
    }

    private func run(
        _ classifier: LinearClassifier, loss: any Loss, rows: [Int]?,
        into result: Slopes?
    ) -> Sums {
        fold(classifier)
        var sums = Sums()
        let total = rows?.count ?? examples.count
        for begin in Swift.stride(from: 0, to: total, by: blockRows) {
            block.take(min(total - begin, blockRows)) {
                rows?[begin + $0] ?? examples.rows[begin + $0]
            }
            let isWhole = score(loss, &sums, differentiating: result != nil)
            guard let result else { continue }
            for piece in 0..<(block.count + Self.pieceRows - 1) / Self.pieceRows {
                for c in 0..<classes { result.sums[c] += slopes.writes[piece * classes + c] }
            }
            accumulate(
                packed: isWhole ? packed : nil, isFirst: begin == 0,
                isLast: begin + block.count == total, of: total, into: result)
        }
        return sums
    }

    /// Scores of a block's rows become losses and, when wanted, slopes; says whether these are all
    /// whole numbers, packed as well.
    private func score(_ loss: any Loss, _ sums: inout Sums, differentiating: Bool) -> Bool {
        let pieces = (block.count + Self.pieceRows - 1) / Self.pieceRows
        let (block, weights, bias, offset) = (block, weights, bias, offset)
        let (scores, classes, parts) = (scores.writes, classes, parts.writes)
        Parallel.forEach(pieces) { [self] piece in
            let range = piece * Self.pieceRows..<min(block.count, (piece + 1) * Self.pieceRows)
            scores.withSlice(range.lowerBound * classes..<range.upperBound * classes) { span in
                bias.withSpan {
                    block.scores(of: range, weights: weights, bias: $0, offset: offset, into: &span)
                }
            }
            parts[piece] = losses(block, range, loss, differentiating)
        }
        var isWhole = differentiating
        for piece in 0..<pieces {
            sums.add(parts[piece])
            isWhole = isWhole && parts[piece].isWhole
        }
        return isWhole
    }

    private func losses(
        _ block: RowBlock, _ range: Range<Int>, _ loss: any Loss, _ differentiating: Bool
    ) -> Sums {
        var sums = Sums()
        // Taken out of the loop, where several threads would count references to them.
        let (scores, labels, numbers, classes) = (
            scores.writes, examples.labels, block.numbers, classes
        )
        for r in range {
            let label = Int(labels[numbers[r]])
            scores.withSlice(r * classes..<(r + 1) * classes) { scores in
                if Pass.isHighest(label, in: scores.span) { sums.correct += 1 }
                sums.loss +=
                    differentiating
                    ? loss.differentiate(&scores, label: label)
                    : loss.value(scores.span, label: label)
            }
            sums.count += 1
        }
        guard differentiating else { return sums }
        scores.withSlice(range.lowerBound * classes..<range.upperBound * classes) { slopes in
            add(slopes.span, ofPiece: range.lowerBound / Self.pieceRows)
            guard case .bytes = examples.features else { return }
            sums.isWhole = RowBlock.packSlopes(
                slopes.span, classes: classes, fromRow: range.lowerBound, into: packed)
        }
        return sums
    }

    /// Sums up a piece's slopes by class.
    private func add(_ slopes: Span<Float>, ofPiece piece: Int) {
        self.slopes.writes.withSlice(piece * classes..<(piece + 1) * classes) { sums in
            for c in 0..<classes { sums[c] = 0 }
            for begin in Swift.stride(from: 0, to: slopes.count, by: classes) {
                for c in 0..<classes { sums[c] += Double(slopes[begin + c]) }
            }
        }
    }

    /// Whether a class's score is the highest, the first one winning a tie.
    static func isHighest(_ label: Int, in scores: Span<Float>) -> Bool {
        let own = scores[label]
        for j in 0..<scores.count where scores[j] > own || (j < label && scores[j] == own) {
            return false
        }
        return !own.isNaN
    }

    /// Adds the block's part of the gradient by folded weights; after the last one it becomes the
    /// mean gradient by the weights.
    private func accumulate(
        packed: AlignedBuffer<Int8>?, isFirst: Bool, isLast: Bool, of total: Int,
        into result: Slopes
    ) {
        let dimension = examples.dimension
        // Each piece looks for its columns in every sparse row, so there are few pieces.
        let width =
            examples.features.isSparse
            ? max(Self.pieceColumns, RowBlock.stride((dimension + 7) / 8)) : Self.pieceColumns
        let (block, scores, classes, offset) = (block, scores, classes, offset)
        let gradient = gradient.writes
        Parallel.forEach((dimension + width - 1) / width) { [self] piece in
            let columns = piece * width..<min(dimension, (piece + 1) * width)
            if isFirst {
                clear(gradient, columns.lowerBound..<RowBlock.stride(columns.upperBound))
            }
            scores.withSpan {
                block.accumulateGradient(
                    slopes: $0, packed: packed, classes: classes, offset: offset, columns: columns,
                    into: gradient)
            }
            if isLast { unfold(gradient, columns, share: 1 / Float(total), into: result) }
        }
    }

    /// (Σ slope·(x − offset) − (μ − offset)·Σ slope)/σ, as a mean.
    private func unfold(
        _ gradient: DisjointWrites<Float>, _ columns: Range<Int>, share: Float, into result: Slopes
    ) {
        let dimension = examples.dimension
        let (shift, factor, stride) = (shift, factor, stride)
        for c in 0..<classes {
            let (from, to) = (c * stride + columns.lowerBound, c * dimension + columns.lowerBound)
            result.dW.withSlice(to..<to + columns.count) { row in
                gradient.withSlice(from..<from + columns.count) {
                    VectorKernels.unfold(
                        $0.span, shift: shift.span.extracting(columns),
                        factor: factor.span.extracting(columns), slope: Float(result.sums[c]),
                        share: share, into: &row)
                }
            }
        }
    }

    private func clear(_ gradient: DisjointWrites<Float>, _ columns: Range<Int>) {
        for c in 0..<classes {
            gradient.withSlice(
                c * stride + columns.lowerBound..<c * stride + columns.upperBound
            ) { row in
                for d in 0..<row.count { row[d] = 0 }
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
