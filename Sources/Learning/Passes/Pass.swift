package import Numeric

/// A pass over examples: computes their scores, losses and the gradient.
///
/// The scaling is folded (`FoldedScaling`). Many rows are cut into shares, and one thread takes a
/// share through its own cache; few rows are a single share, on which all threads work together.
/// The cut does not depend on the number of threads, and sums are always added in order.
///
/// The memory of a pass is kept for the next pass, so that a training step allocates nothing of the
/// size of its data or weights. So only one thread at a time may call it.
package final class Pass: @unchecked Sendable {
    package let examples: Examples
    private let scaling: FoldedScaling
    private let stride: Int
    private let classes: Int
    /// W/σ, and b − (μ − offset)·(W/σ).
    private let weights: FoldedWeights
    private let bias: AlignedBuffer<Float>
    /// (μ − offset)·(W/σ).
    private let shifts: AlignedBuffer<Float>
    private let shares: [RowShare]

    /// With fewer shares than the least a thread could be idle for long; more than the most only
    /// cost memory.
    private static let leastShares = 16
    private static let mostShares = 64
    /// The memory that the gradients of all shares may take together.
    private static let gradientBytes = 8 << 20
    private static let pieceRows = BlockScores.pieceRows

    package struct Sums: Sendable, BitwiseCopyable {
        /// Σ Lᵢ.
        package var loss = 0.0
        /// Σ −Lᵢ*(slopes): what the slopes add to a lower bound of the optimum, where a solver asks.
        var dual = 0.0
        package var correct = 0
        package var count = 0

        /// Adds one example's loss.
        mutating func add(_ loss: Double, isCorrect: Bool) {
            self.loss += loss
            correct += isCorrect ? 1 : 0
            count += 1
        }

        mutating func add(_ other: Sums) {
            loss += other.loss
            dual += other.dual
            correct += other.correct
            count += other.count
        }
    }

    /// A pass over all examples; over `batch` rows at a time when that is given.
    package init(_ examples: Examples, batch: Int? = nil) {
        self.examples = examples
        let dimension = examples.dimension
        classes = examples.classCount
        stride = RowBlock.stride(dimension)
        scaling = FoldedScaling(examples)
        weights = FoldedWeights(classes: classes, dimension: dimension)
        bias = AlignedBuffer(repeating: 0, count: classes)
        shifts = AlignedBuffer(repeating: 0, count: classes)
        let rows = batch.map { min($0, examples.count) } ?? examples.count
        let (folded, zero, offset) = (weights, bias, scaling.offset)
        let count = Self.shareCount(examples, rows: rows)
        shares = (0..<count).map { _ in
            RowShare(
                examples, rows: rows, isOnly: count == 1, weights: folded, bias: zero,
                offset: offset)
        }
    }

    /// Whether this number of rows is cut into several shares.
    static func cutsIntoShares(_ examples: Examples, rows: Int) -> Bool {
        shareCount(examples, rows: rows) > 1
    }

    /// The number of shares that rows are cut into; it depends on their shape alone.
    private static func shareCount(_ examples: Examples, rows: Int) -> Int {
        guard !examples.features.isSparse else { return 1 }
        let bytes =
            examples.classCount * RowBlock.stride(examples.dimension) * MemoryLayout<Float>.stride
        let count = min(
            mostShares, gradientBytes / max(bytes, 1),
            rows / RowShare.chainRows(examples.features))
        return count < leastShares ? 1 : count
    }

    private func fold(_ classifier: LinearClassifier) {
        precondition(classifier.classes == classes, "weights for the examples' classes")
        weights.fold(
            classifier.W, factor: scaling.factor, isSparse: examples.features.isSparse)
        findShifts(classifier)
        for c in 0..<classes { bias.writes[c] = classifier.b[c] - shifts.writes[c] }
    }

    private func findShifts(_ classifier: LinearClassifier) {
        for c in 0..<classes { (shifts.writes[c], bias.writes[c]) = (0, 0) }
        // The weights for sparse rows lie in another order; sparse rows are seldom shifted.
        if examples.features.isSparse {
            for (d, shift) in scaling.shift.enumerated() where shift != 0 {
                for c in 0..<classes {
                    shifts.writes[c] += shift * classifier.W[c, d] * scaling.factor[d]
                }
            }
            return
        }
        bias.withSpan { zeros in
            shifts.withMutableSpan {
                scaling.shiftRow.scores(weights: weights, bias: zeros, offset: 0, into: &$0)
            }
        }
    }

    /// Scores of the examples at these positions, n×C.
    package func scores(_ classifier: LinearClassifier, positions: Range<Int>) -> Matrix {
        fold(classifier)
        var scores = [Float](repeating: 0, count: positions.count * classes)
        let pieces = (positions.count + Self.pieceRows - 1) / Self.pieceRows
        scores.withDisjointWrites { shared in
            let (examples, weights, bias) = (examples, weights, bias)
            let (classes, offset) = (classes, scaling.offset)
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
    package func run(_ classifier: LinearClassifier, loss: any ScoreLoss) -> Sums {
        run(classifier, work: LossWork(loss: loss), rows: nil, into: nil)
    }

    /// Σ Lᵢ over all examples, or over the rows given, and the mean gradient of the data loss.
    package func run(
        _ classifier: LinearClassifier, loss: any ScoreLoss, rows: [Int]? = nil,
        gradient: inout Gradient
    ) -> Sums {
        run(classifier, work: LossWork(loss: loss), rows: rows, gradient: &gradient)
    }

    /// Work on all examples, or on the rows given, and the mean over them of what it makes of scores
    /// times the features.
    func run(
        _ classifier: LinearClassifier, work: any RowWork, rows: [Int]? = nil,
        gradient: inout Gradient
    ) -> Sums {
        let sums = gradient.dW.elements.withDisjointWrites {
            run(classifier, work: work, rows: rows, into: $0)
        }
        let share = 1 / Float(max(sums.count, 1))
        for c in 0..<classes { gradient.db[c] = Float(slope(ofClass: c)) * share }
        return sums
    }

    private func run(
        _ classifier: LinearClassifier, work: any RowWork, rows: [Int]?,
        into dW: DisjointWrites<Float>?
    ) -> Sums {
        fold(classifier)
        let total = rows?.count ?? examples.count
        var finish: (@Sendable (Range<Int>) -> Void)?
        if let dW { finish = { [self] in unfold($0, share: 1 / Float(total), into: dW) } }
        if shares.count == 1 {
            shares[0].run(0..<total, rows, work, differentiating: dW != nil, finish: finish)
        } else {
            let (shares, isDifferentiating) = (shares, dW != nil)
            if isDifferentiating { for share in shares { _ = share.gradient } }
            Parallel.forEach(shares.count) { index in
                let range = index * total / shares.count..<(index + 1) * total / shares.count
                shares[index].run(range, rows, work, differentiating: isDifferentiating)
            }
            if let finish { addShares(thenFor: finish) }
        }
        return shares.reduce(into: Sums()) { $0.add($1.sums) }
    }

    /// Adds the shares' gradients to that of the first share, one piece of columns after another.
    private func addShares(thenFor finish: @escaping @Sendable (Range<Int>) -> Void) {
        let (shares, classes, stride) = (shares, classes, stride)
        let (dimension, width) = (examples.dimension, RowShare.pieceColumns)
        Parallel.forEach((dimension + width - 1) / width) { piece in
            let columns = piece * width..<min(dimension, (piece + 1) * width)
            for c in 0..<classes {
                let place = c * stride + columns.lowerBound..<c * stride + columns.upperBound
                shares[0].gradient.writes.withSlice(place) { sum in
                    for share in shares.dropFirst() {
                        share.gradient.writes.withSlice(place) {
                            VectorKernels.add($0.span, to: &sum)
                        }
                    }
                }
            }
            finish(columns)
        }
    }

    /// Σ slope of a class.
    private func slope(ofClass c: Int) -> Double { shares.reduce(0) { $0 + $1.slopes.writes[c] } }

    /// (Σ slope·(x − offset) − (μ − offset)·Σ slope)/σ, as a mean.
    private func unfold(_ columns: Range<Int>, share: Float, into dW: DisjointWrites<Float>) {
        let dimension = examples.dimension
        let (shift, factor) = (scaling.shift, scaling.factor)
        // Read once: each access to a share counts references, and all threads would share that
        // count.
        let (gradient, slopes) = (shares[0].gradient.writes, shares[0].slopes.writes)
        let others = shares.dropFirst()
        let isSparse = examples.features.isSparse
        for c in 0..<classes {
            let slope = Float(others.reduce(slopes[c]) { $0 + $1.slopes.writes[c] })
            let (from, to) = (c * stride + columns.lowerBound, c * dimension + columns.lowerBound)
            dW.withSlice(to..<to + columns.count) { row in
                if isSparse {
                    for d in 0..<row.count {
                        row[d] = gradient[(columns.lowerBound + d) * classes + c]
                    }
                    VectorKernels.unfold(
                        &row, shift: shift.span.extracting(columns),
                        factor: factor.span.extracting(columns), slope: slope, share: share)
                    return
                }
                gradient.withSlice(from..<from + columns.count) {
                    VectorKernels.unfold(
                        $0.span, shift: shift.span.extracting(columns),
                        factor: factor.span.extracting(columns), slope: slope, share: share,
                        into: &row)
                }
            }
        }
    }

    /// Whether the label's score is the highest; of equal scores the first is the highest.
    static func isHighest(_ label: Int, in scores: Span<Float>) -> Bool {
        let own = scores[label]
        // Without branches, because no processor can guess which class wins.
        var better: UInt32 = 0
        for j in 0..<scores.count {
            better |= (scores[j] > own ? 1 : 0) | (scores[j] == own ? 1 : 0) & (j < label ? 1 : 0)
        }
        return better == 0 && !own.isNaN
    }
}
