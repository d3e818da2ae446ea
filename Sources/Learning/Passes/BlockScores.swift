import Numeric

/// The scores of a block of rows, n×C. Pieces of rows become losses and slopes: any thread may take
/// any piece, and the sums of the pieces are added in order.
final class BlockScores: @unchecked Sendable {
    private let labels: [Int32]
    private let classes: Int
    /// Whether slopes are packed as bytes when all are whole numbers.
    private let isPacking: Bool
    /// The scores; ∂Lᵢ/∂s after a `finish` that differentiates.
    let scores: AlignedBuffer<Float>
    private let packed: AlignedBuffer<Int8>
    private let pieceLabels: AlignedBuffer<Int32>
    private let pieceSums: AlignedBuffer<PieceSums>
    private let pieceSlopes: AlignedBuffer<Double>

    static let pieceRows = 32

    private struct PieceSums: BitwiseCopyable {
        var sums = Pass.Sums()
        /// Whether all slopes are whole numbers, and packed.
        var isWhole = false
    }

    /// Room for the scores of a number of rows.
    init(_ examples: Examples, capacity rows: Int) {
        labels = examples.labels
        classes = examples.classCount
        if case .bytes = examples.features { isPacking = true } else { isPacking = false }
        scores = AlignedBuffer(repeating: 0, count: rows * classes)
        packed = AlignedBuffer(
            repeating: 0, count: isPacking ? RowBlock.packedCount(rows) * classes : 0)
        let pieces = Self.pieceCount(rows)
        pieceLabels = AlignedBuffer(repeating: 0, count: rows)
        pieceSums = AlignedBuffer(repeating: PieceSums(), count: pieces)
        pieceSlopes = AlignedBuffer(repeating: 0, count: pieces * classes)
    }

    static func pieceCount(_ rows: Int) -> Int { (rows + pieceRows - 1) / pieceRows }

    static func rows(ofPiece piece: Int, of count: Int) -> Range<Int> {
        piece * pieceRows..<min(count, (piece + 1) * pieceRows)
    }

    /// Turns the scores of one piece into losses and, when differentiating, into slopes. `position` is
    /// the place of the block's first row in the pass.
    func finish(
        piece: Int, of block: RowBlock, _ work: any RowWork, at position: Int, differentiating: Bool
    ) {
        let rows = Self.rows(ofPiece: piece, of: block.count)
        let place = position + rows.lowerBound
        let (numbers, own) = (block.numbers, pieceLabels.writes)
        for r in rows { own[r] = labels[numbers[r]] }
        pieceSums.writes[piece] = scores.writes.withSlice(
            rows.lowerBound * classes..<rows.upperBound * classes
        ) { scores in
            own.withSlice(rows) { labels in
                guard differentiating else {
                    return PieceSums(
                        sums: work.values(scores.span, labels: labels.span, at: place))
                }
                let sums = work.differentiate(&scores, labels: labels.span, at: place)
                add(scores.span, ofPiece: piece)
                let isWhole =
                    isPacking
                    && RowBlock.packSlopes(
                        scores.span, classes: classes, fromRow: rows.lowerBound, into: packed)
                return PieceSums(sums: sums, isWhole: isWhole)
            }
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

    /// Adds the sums of the pieces of the first rows and, when differentiating, Σ slope of each
    /// class.
    func add(
        rows: Int, to sums: inout Pass.Sums, slopes: DisjointWrites<Double>, differentiating: Bool
    ) {
        let (parts, partSlopes) = (pieceSums.writes, pieceSlopes.writes)
        for piece in 0..<Self.pieceCount(rows) {
            sums.add(parts[piece].sums)
            guard differentiating else { continue }
            for c in 0..<classes { slopes[c] += partSlopes[piece * classes + c] }
        }
    }

    /// The slopes of the first rows as bytes; nil unless all are whole numbers.
    func packedSlopes(rows: Int) -> AlignedBuffer<Int8>? {
        let parts = pieceSums.writes
        return (0..<Self.pieceCount(rows)).allSatisfy { parts[$0].isWhole } ? packed : nil
    }
}
