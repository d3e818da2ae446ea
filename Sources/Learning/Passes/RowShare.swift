import Numeric

/// A share of the rows of a pass, which are taken through block after block, so that a block is
/// still in the cache when its gradient is made.
///
/// A block's scores are made by pieces of rows, and its gradient by pieces of columns, in which the
/// rows are always added in order. The pieces run on all threads when there is a single share; each
/// of several shares runs on one thread.
final class RowShare: @unchecked Sendable {
    private let examples: Examples
    private let offset: Float
    private let classes: Int
    /// The weights of the pass, which are folded before each run.
    private let weights: FoldedWeights
    private let bias: AlignedBuffer<Float>
    /// The present block's rows, and their scores and slopes.
    private var block: RowBlock
    private let scores: BlockScores

    /// Of the last run: the losses, Σ slope of each class, and Σ slope·(x − offset), C×stride, but of
    /// sparse rows D×C, whose memory is allocated when it is first used.
    private(set) var sums = Pass.Sums()
    let slopes: AlignedBuffer<Double>
    private(set) lazy var gradient = AlignedBuffer<Float>(
        repeating: 0, count: classes * RowBlock.stride(examples.dimension))

    /// The columns of each piece of a sparse gradient. A piece searches every row for its columns, unless it has
    /// all of them, so there are few.
    private lazy var sparsePieces: [Range<Int>] = {
        guard case .sparse(let rows) = examples.features else { return [] }
        let threads = Parallel.threads
        return rows.columnPieces(threads > 1 ? min(16, 2 * threads) : 1)
    }()

    /// The rows of a block, and of a chain of the gradient's sums.
    private let blockRows: Int
    private let chainRows: Int
    private static let blockBytes = 512 * 3072
    /// Rows of a block on which all threads work, however wide they are: with fewer there is no work
    /// for all of them, and all weights and sums are read again for a few rows.
    private static let sharedRows = 256
    static let pieceColumns = 256
    /// The most multiplications of a longer block of sparse rows, so that Ctrl-C comes in between.
    private static let mostBlockWork = 1 << 22

    /// A share whose runs take at most `rows` rows, and which is the only one or one of several.
    init(
        _ examples: Examples, rows: Int, isOnly: Bool, weights: FoldedWeights,
        bias: AlignedBuffer<Float>, offset: Float
    ) {
        self.examples = examples
        self.offset = offset
        self.weights = weights
        self.bias = bias
        classes = examples.classCount
        chainRows = Self.chainRows(examples.features)
        blockRows = isOnly ? Self.ownBlockRows(examples) : chainRows
        let rows = min(rows, blockRows)
        block = RowBlock(examples.features, capacity: rows)
        scores = BlockScores(examples, capacity: rows)
        slopes = AlignedBuffer(repeating: 0, count: classes)
    }

    /// The number of rows of a block of an only share. Sparse rows have no chains, so that theirs are
    /// longer, and threads wait for each other seldom.
    private static func ownBlockRows(_ examples: Examples) -> Int {
        let least = blockRows(examples.features)
        guard case .sparse(let rows) = examples.features else { return least }
        let work = examples.classCount * (rows.stored / max(rows.count, 1) + 1)
        return max(least, min(8192, mostBlockWork / max(work, 1)) / least * least)
    }

    /// The number of rows of a block on which all threads work together: whole chains.
    static func blockRows(_ features: Features) -> Int {
        let chain = chainRows(features)
        return (sharedRows + chain - 1) / chain * chain
    }

    /// The number of rows whose part of the gradient is a chain of its own: they stay in the second
    /// cache. It depends on D alone, is from 32 to 512, and a whole number of pieces.
    static func chainRows(_ features: Features) -> Int {
        let bytes =
            switch features {
            case .bytes: features.dimension
            case .floats: features.dimension * MemoryLayout<Float>.stride
            case .sparse: 1
            }
        return max(1, min(512, blockBytes / max(bytes, 1)) / BlockScores.pieceRows)
            * BlockScores.pieceRows
    }

    /// Takes rows through: `range` are positions in `rows`, or among all examples. `finish` is
    /// called with each piece of the gradient's columns when these are complete.
    func run(
        _ range: Range<Int>, _ rows: [Int]?, _ work: any RowWork, differentiating: Bool,
        finish: (@Sendable (Range<Int>) -> Void)? = nil
    ) {
        sums = Pass.Sums()
        for c in 0..<classes { slopes.writes[c] = 0 }
        for begin in Swift.stride(from: range.lowerBound, to: range.upperBound, by: blockRows) {
            if Parallel.isAbandoned { return }
            let end = min(range.upperBound, begin + blockRows)
            if let rows {
                block.take(end - begin) { rows[begin + $0] }
            } else {
                block.take(end - begin) { examples.rows[begin + $0] }
            }
            score(work, at: begin, differentiating: differentiating)
            scores.add(
                rows: block.count, to: &sums, slopes: slopes.writes,
                differentiating: differentiating)
            guard differentiating else { continue }
            accumulate(
                isFirst: begin == range.lowerBound, finish: end == range.upperBound ? finish : nil)
        }
    }

    /// Turns the scores of the block's rows into losses and, when differentiating, into slopes.
    private func score(_ work: any RowWork, at position: Int, differentiating: Bool) {
        let (block, weights, bias, offset) = (block, weights, bias, offset)
        let (scores, classes) = (scores, classes)
        Parallel.forEach(BlockScores.pieceCount(block.count)) { piece in
            let range = BlockScores.rows(ofPiece: piece, of: block.count)
            scores.scores.writes.withSlice(
                range.lowerBound * classes..<range.upperBound * classes
            ) { span in
                bias.withSpan {
                    block.scores(of: range, weights: weights, bias: $0, offset: offset, into: &span)
                }
            }
            scores.finish(
                piece: piece, of: block, work, at: position, differentiating: differentiating)
        }
    }

    /// Adds the block's part of the gradient by the folded weights.
    private func accumulate(isFirst: Bool, finish: (@Sendable (Range<Int>) -> Void)?) {
        guard !examples.features.isSparse else {
            accumulateSparse(isFirst: isFirst)
            if let finish { forEachPiece(finish) }
            return
        }
        let (block, slopes, classes, offset) = (block, scores.scores, classes, offset)
        let (packed, chain) = (scores.packedSlopes(rows: block.count), chainRows)
        let gradient = gradient.writes
        forEachPiece { columns in
            slopes.withSpan {
                block.accumulateGradient(
                    slopes: $0, packed: packed, classes: classes, offset: offset, columns: columns,
                    chain: chain, adds: !isFirst,
                    into: GradientPlace(columns, in: gradient, dimension: block.dimension))
            }
            finish?(columns)
        }
    }

    /// Calls `body` with pieces of the columns.
    private func forEachPiece(_ body: @escaping @Sendable (Range<Int>) -> Void) {
        let (dimension, width) = (examples.dimension, Self.pieceColumns)
        Parallel.forEach((dimension + width - 1) / width) { piece in
            body(piece * width..<min(dimension, (piece + 1) * width))
        }
    }

    private func accumulateSparse(isFirst: Bool) {
        let (block, slopes, classes, pieces) = (block, scores.scores, classes, sparsePieces)
        let gradient = gradient.writes
        Parallel.forEach(pieces.count) { index in
            let columns = pieces[index]
            if isFirst {
                let places = columns.lowerBound * classes..<columns.upperBound * classes
                gradient.withSlice(places) { sums in for i in 0..<sums.count { sums[i] = 0 } }
            }
            slopes.withSpan {
                block.accumulateSparseGradient(
                    slopes: $0, classes: classes, columns: columns, into: gradient)
            }
        }
    }

    private func clear(_ gradient: DisjointWrites<Float>, _ c: Int, _ columns: Range<Int>) {
        let begin = c * RowBlock.stride(examples.dimension)
        gradient.withSlice(begin + columns.lowerBound..<begin + columns.upperBound) { row in
            for d in 0..<row.count { row[d] = 0 }
        }
    }
}
