import Numeric
import Platform

/// Minibatch steps on dense rows, in which each thread works on its own columns, one for each
/// feature.
///
/// The thread that computed the gradient of a grain of columns moves their weights, and multiplies
/// them with the next minibatch's rows right away: so weights, and the columns of both minibatches,
/// are in its own cache. Threads exchange only scores: each grain of columns makes a part of every
/// score, and the parts are added in order. How columns are cut into grains depends on D alone, so
/// the weights are the same bits on any number of threads.
final class DenseDescent: Descent, @unchecked Sendable {
    private let objective: Objective
    private let plan: GradientDescent
    private let scaling: FoldedScaling
    private let classes: Int
    private let dimension: Int
    /// How many columns a grain has, and how many grains there are.
    private let width: Int
    private let grains: Int
    private var steps = 0

    /// W, C×D, and b.
    private let weights: AlignedBuffer<Float>
    private let bias: AlignedBuffer<Float>
    private let memory: OptimizerMemory
    private let biasMemory: OptimizerMemory
    /// W/σ.
    private let folded: FoldedWeights
    /// Σ slope·(x − offset) of the minibatch, tile after tile, and Σ slope of each class.
    private let gradient: AlignedBuffer<Float>
    private let slopes: AlignedBuffer<Double>
    private let biasGradient: AlignedBuffer<Float>

    /// The present rows, and the following rows, whose parts of scores are made meanwhile.
    private var block: RowBlock
    private var following: RowBlock
    private let blockRows: Int
    private let chainRows: Int
    private let scores: BlockScores
    /// For each grain of columns, its part of the rows' scores, n×C, and of the shift's scores, C.
    private let parts: AlignedBuffer<Float>
    private let shiftParts: AlignedBuffer<Float>
    /// b minus the shift's scores.
    private let lead: AlignedBuffer<Float>
    /// Whether the parts of the next step's scores are already made.
    private var isBegun = false
    /// The memory that `classifier` fills and returns.
    private var copy: LinearClassifier

    /// At most this number of threads find work. Each grain costs adding up its parts of the
    /// scores.
    private static let mostGrains = 8
    /// A grain is a multiple of this number of columns, which is a cache line of bytes.
    private static let grainUnit = 64
    /// The columns of a tile: its gradient is in the first cache when its weights move.
    private static let tileColumns = 512

    /// nil for sparse rows, for steps on all examples, and for minibatches that are better cut into
    /// shares of rows.
    init?(
        _ start: LinearClassifier, examples: Examples, objective: Objective, plan: GradientDescent
    ) {
        guard let batch = plan.batch, !examples.features.isSparse,
            !Pass.cutsIntoShares(examples, rows: min(batch, examples.count))
        else { return nil }
        self.objective = objective
        self.plan = plan
        scaling = FoldedScaling(examples)
        (classes, dimension) = (start.classes, start.dimension)
        let least = (dimension + Self.mostGrains - 1) / Self.mostGrains
        width = max(1, (least + Self.grainUnit - 1) / Self.grainUnit) * Self.grainUnit
        grains = (dimension + width - 1) / width
        blockRows = min(RowShare.blockRows(examples.features), batch, examples.count)
        chainRows = RowShare.chainRows(examples.features)

        weights = AlignedBuffer(start.W.elements)
        bias = AlignedBuffer(start.b)
        memory = OptimizerMemory(plan.optimizer, count: weights.count)
        biasMemory = OptimizerMemory(plan.optimizer, count: classes)
        folded = FoldedWeights(classes: classes, dimension: dimension)
        gradient = AlignedBuffer(repeating: 0, count: classes * RowBlock.stride(dimension))
        biasGradient = AlignedBuffer(repeating: 0, count: classes)
        slopes = AlignedBuffer(repeating: 0, count: classes)

        block = RowBlock(examples.features, capacity: blockRows)
        following = RowBlock(examples.features, capacity: blockRows)
        scores = BlockScores(examples, capacity: blockRows)
        parts = AlignedBuffer(repeating: 0, count: grains * blockRows * classes)
        shiftParts = AlignedBuffer(repeating: 0, count: grains * classes)
        lead = AlignedBuffer(repeating: 0, count: classes)
        copy = start
        forEachGrain { [self] grain in
            for c in 0..<classes { fold(columns(grain), ofClass: c) }
        }
    }

    var isLazy: Bool { false }

    func classifier() -> LinearClassifier {
        weights.copy(to: &copy.W.elements)
        bias.copy(to: &copy.b)
        return copy
    }

    func step(_ rows: [Int], then next: [Int], rate: Double) -> Pass.Sums? {
        steps += 1
        var sums = Pass.Sums()
        for c in 0..<classes { slopes.writes[c] = 0 }
        if !isBegun { begin(rows) }
        for first in stride(from: 0, to: rows.count, by: blockRows) {
            swap(&block, &following)
            let isLast = first + blockRows >= rows.count
            // Only the last block moves the weights.
            if !isLast, Abandonment.isStopRequested { return nil }
            finishScores(taking: isLast ? next : rows, from: isLast ? 0 : first + blockRows)
            scores.add(rows: block.count, to: &sums, slopes: slopes.writes, differentiating: true)
            let move =
                isLast ? OptimizerStep(plan, objective: objective, rate: rate, number: steps) : nil
            accumulate(isFirst: first == 0, share: 1 / Float(rows.count), move)
        }
        isBegun = !next.isEmpty
        return sums
    }

    /// Makes the parts of a step's first scores, when no step before it made them.
    private func begin(_ rows: [Int]) {
        take(rows, from: 0)
        let following = following
        forEachGrain { [self] in score(following, $0) }
    }

    /// Gathers the next block, from `rows[first]` on.
    private func take(_ rows: [Int], from first: Int) {
        following.take(min(blockRows, rows.count - first)) { rows[first + $0] }
    }

    /// Adds up the parts of the block's scores, and turns the scores into losses and slopes;
    /// meanwhile the next block is gathered, from `rows[first]` on.
    private func finishScores(taking rows: [Int], from first: Int) {
        let (block, scores, work) = (block, scores, LossWork(loss: objective.scoreLoss))
        let (parts, lead, classes, grains) = (parts.writes, lead.writes, classes, grains)
        let partSize = blockRows * classes
        for c in 0..<classes {
            lead[c] = bias.writes[c]
            for part in 0..<grains { lead[c] -= shiftParts.writes[part * classes + c] }
        }
        let count = BlockScores.pieceCount(block.count)
        // A single piece takes less time than another thread needs to join.
        if count == 1 { take(rows, from: first) }
        Parallel.forEach(count == 1 ? 1 : count + 1) { [self] piece in
            guard piece < count else { return take(rows, from: first) }
            let rows = BlockScores.rows(ofPiece: piece, of: block.count)
            let place = rows.lowerBound * classes..<rows.upperBound * classes
            scores.scores.writes.withSlice(place) { sums in
                for r in 0..<rows.count {
                    for c in 0..<classes { sums[r * classes + c] = lead[c] }
                }
                for part in 0..<grains {
                    let from = part * partSize
                    parts.withSlice(from + place.lowerBound..<from + place.upperBound) {
                        VectorKernels.add($0.span, to: &sums)
                    }
                }
            }
            scores.finish(piece: piece, of: block, work, at: 0, differentiating: true)
        }
    }

    /// For each grain of columns: adds the block's part of the gradient; moves the weights, when a
    /// step is given; makes the columns' parts of the next block's scores.
    private func accumulate(isFirst: Bool, share: Float, _ step: OptimizerStep?) {
        let (block, following, offset) = (block, following, scaling.offset)
        let (scores, gradient, classes) = (scores.scores, gradient.writes, classes)
        let (packed, chain) = (self.scores.packedSlopes(rows: block.count), chainRows)
        forEachGrain { [self] grain in
            for columns in tiles(grain) {
                let sums = GradientPlace(
                    gradient, start: classes * columns.lowerBound,
                    stride: RowBlock.stride(columns.count))
                scores.withSpan {
                    block.accumulateGradient(
                        slopes: $0, packed: packed, classes: classes, offset: offset,
                        columns: columns, chain: chain, next: following.count > 0 ? following : nil,
                        adds: !isFirst, into: sums)
                }
                if let step { move(columns, along: sums, step, share: share) }
            }
            if following.count > 0 { score(following, grain) }
        }
        if let step { moveBias(step.forBias(objective), share: share) }
    }

    /// Makes a grain's parts of a block's scores and of the shift's scores.
    private func score(_ block: RowBlock, _ grain: Int) {
        let columns = columns(grain)
        let size = blockRows * classes
        parts.writes.withSlice(grain * size..<(grain + 1) * size) {
            block.partialScores(
                columns: columns, grain: width, weights: folded, offset: scaling.offset,
                apart: size, into: &$0)
        }
        shiftParts.writes.withSlice(grain * classes..<(grain + 1) * classes) {
            scaling.shiftRow.partialScores(
                columns: columns, grain: width, weights: folded, offset: 0, apart: classes,
                into: &$0)
        }
    }

    private func fold(_ columns: Range<Int>, ofClass c: Int) {
        let place = c * dimension + columns.lowerBound..<c * dimension + columns.upperBound
        let factor = scaling.factor
        weights.withSpan {
            folded.fold(
                $0.extracting(place), factor: factor.span.extracting(columns), ofClass: c,
                columns: columns)
        }
    }

    /// Moves and folds the weights of a tile, whose sums become the gradient.
    private func move(
        _ columns: Range<Int>, along sums: GradientPlace, _ step: OptimizerStep, share: Float
    ) {
        for c in 0..<classes {
            let row = FoldedRow(
                ofClass: c, columns: columns, sums: sums, shift: scaling.shift,
                factor: scaling.factor, slope: Float(slopes.writes[c]), share: share,
                weights: folded)
            let place = c * dimension + columns.lowerBound..<c * dimension + columns.upperBound
            memory.move(place, of: weights.writes, along: row, step)
        }
    }

    private func moveBias(_ step: OptimizerStep, share: Float) {
        biasGradient.withMutableSpan { gradient in
            for c in 0..<classes { gradient[c] = Float(slopes.writes[c]) * share }
            biasMemory.move(0..<classes, of: bias.writes, along: gradient.span, step)
        }
    }

    private func columns(_ grain: Int) -> Range<Int> {
        grain * width..<min(dimension, (grain + 1) * width)
    }

    private func tiles(_ grain: Int) -> [Range<Int>] {
        let columns = columns(grain)
        return stride(from: columns.lowerBound, to: columns.upperBound, by: Self.tileColumns).map {
            $0..<min(columns.upperBound, $0 + Self.tileColumns)
        }
    }

    /// Calls `body` with each grain. A thread begins at its own end of the columns, so that it mostly
    /// finds its grains in its cache, and a thread that is slow for a moment takes fewer.
    private func forEachGrain(_ body: @escaping @Sendable (Int) -> Void) {
        Parallel.forEach(grains, body)
    }
}
