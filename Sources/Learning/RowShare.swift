import Numeric

/// Rows on their way through a pass, block after block, so that a block is still in the cache when
/// its gradient is made.
///
/// A block's scores are made by pieces of rows and its gradient by pieces of columns, whose rows are
/// always added in order: on all threads, or on one when that is at work on one of several shares.
final class RowShare: @unchecked Sendable {
    private let examples: Examples
    private let offset: Float
    private let classes: Int
    /// The pass's, folded before each run.
    private let weights: FoldedWeights
    private let bias: AlignedBuffer<Float>
    /// The block's rows, their scores and, as bytes, slopes; what each piece of them sums up to.
    private var block: RowBlock
    private let scores: AlignedBuffer<Float>
    private let packed: AlignedBuffer<Int8>
    private let pieceSums: AlignedBuffer<PieceSums>
    private let pieceSlopes: AlignedBuffer<Double>

    /// Of the last run: the losses, Σ slope of each class, and Σ slope·(x − offset), C×stride, which
    /// is made when it is needed first.
    private(set) var sums = Pass.Sums()
    let slopes: AlignedBuffer<Double>
    private(set) lazy var gradient = AlignedBuffer<Float>(
        repeating: 0, count: classes * RowBlock.stride(examples.dimension))

    private let blockRows: Int
    private static let blockBytes = 512 * 3072
    static let pieceRows = 32
    static let pieceColumns = 256

    private struct PieceSums: BitwiseCopyable {
        var sums = Pass.Sums()
        /// Whether the slopes are packed.
        var isWhole = false
    }

    /// A share whose runs are over `rows` rows at most.
    init(
        _ examples: Examples, rows: Int, weights: FoldedWeights, bias: AlignedBuffer<Float>,
        offset: Float
    ) {
        self.examples = examples
        self.offset = offset
        self.weights = weights
        self.bias = bias
        classes = examples.classCount
        blockRows = Self.blockRows(examples.features)
        let rows = min(rows, blockRows)
        block = RowBlock(examples.features, capacity: rows)
        scores = AlignedBuffer(repeating: 0, count: rows * classes)
        packed = AlignedBuffer(repeating: 0, count: RowBlock.packedCount(rows) * classes)
        let pieces = (rows + Self.pieceRows - 1) / Self.pieceRows
        pieceSums = AlignedBuffer(repeating: PieceSums(), count: pieces)
        pieceSlopes = AlignedBuffer(repeating: 0, count: pieces * classes)
        slopes = AlignedBuffer(repeating: 0, count: classes)
    }

    /// How many rows a block has: what stays in the second cache, by D alone; from 32 to 512, a whole
    /// number of pieces.
    static func blockRows(_ features: Features) -> Int {
        let bytes =
            switch features {
            case .bytes: features.dimension
            case .floats: features.dimension * MemoryLayout<Float>.stride
            case .sparse: 1
            }
        return max(1, min(512, blockBytes / max(bytes, 1)) / pieceRows) * pieceRows
    }

    /// Takes rows through, positions among those given or all; `finish` gets the columns of the
    /// gradient, piece after piece, as they are complete.
    func run(
        _ range: Range<Int>, _ rows: [Int]?, _ loss: any Loss, differentiating: Bool,
        finish: (@Sendable (Range<Int>) -> Void)? = nil
    ) {
        sums = Pass.Sums()
        for c in 0..<classes { slopes.writes[c] = 0 }
        for begin in Swift.stride(from: range.lowerBound, to: range.upperBound, by: blockRows) {
            let end = min(range.upperBound, begin + blockRows)
            if let rows {
                block.take(end - begin) { rows[begin + $0] }
            } else {
                block.take(end - begin) { examples.rows[begin + $0] }
            }
            let isWhole = score(loss, differentiating: differentiating)
            guard differentiating else { continue }
            let (slopes, pieceSlopes) = (slopes.writes, pieceSlopes.writes)
            for piece in 0..<(block.count + Self.pieceRows - 1) / Self.pieceRows {
                for c in 0..<classes { slopes[c] += pieceSlopes[piece * classes + c] }
            }
            accumulate(
                packed: isWhole ? packed : nil, isFirst: begin == range.lowerBound,
                finish: end == range.upperBound ? finish : nil)
        }
    }

    /// Scores of the block's rows become losses and, when wanted, slopes; says whether these are all
    /// whole numbers, packed as well.
    private func score(_ loss: any Loss, differentiating: Bool) -> Bool {
        let pieces = (block.count + Self.pieceRows - 1) / Self.pieceRows
        let (block, weights, bias, offset) = (block, weights, bias, offset)
        let (scores, classes, parts) = (scores.writes, classes, pieceSums.writes)
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
            sums.add(parts[piece].sums)
            isWhole = isWhole && parts[piece].isWhole
        }
        return isWhole
    }

    private func losses(
        _ block: RowBlock, _ range: Range<Int>, _ loss: any Loss, _ differentiating: Bool
    ) -> PieceSums {
        var sums = Pass.Sums()
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
        guard differentiating else { return PieceSums(sums: sums) }
        return scores.withSlice(range.lowerBound * classes..<range.upperBound * classes) { slopes in
            add(slopes.span, ofPiece: range.lowerBound / Self.pieceRows)
            guard case .bytes = examples.features else { return PieceSums(sums: sums) }
            let isWhole = RowBlock.packSlopes(
                slopes.span, classes: classes, fromRow: range.lowerBound, into: packed)
            return PieceSums(sums: sums, isWhole: isWhole)
        }
    }

    /// Sums up a piece's slopes by class.
    private func add(_ slopes: Span<Float>, ofPiece piece: Int) {
        pieceSlopes.writes.withSlice(piece * classes..<(piece + 1) * classes) { sums in
            for c in 0..<classes { sums[c] = 0 }
            for begin in Swift.stride(from: 0, to: slopes.count, by: classes) {
                for c in 0..<classes { sums[c] += Double(slopes[begin + c]) }
            }
        }
    }

    /// Adds the block's part of the gradient by folded weights.
    private func accumulate(
        packed: AlignedBuffer<Int8>?, isFirst: Bool, finish: (@Sendable (Range<Int>) -> Void)?
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
            finish?(columns)
        }
    }

    private func clear(_ gradient: DisjointWrites<Float>, _ columns: Range<Int>) {
        let stride = RowBlock.stride(examples.dimension)
        for c in 0..<classes {
            gradient.withSlice(
                c * stride + columns.lowerBound..<c * stride + columns.upperBound
            ) { row in
                for d in 0..<row.count { row[d] = 0 }
            }
        }
    }
}
