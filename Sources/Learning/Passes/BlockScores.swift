import Numeric

/// The scores of a block of rows, n×C. Pieces of rows become losses and slopes: any thread may take
/// any piece, and the sums of the pieces are added in order.
final class BlockScores: @unchecked Sendable {
    private let labels: [Int32]
    private let classes: Int
    /// The scores; ∂Lᵢ/∂s after a `finish` that differentiates.
    let scores: AlignedBuffer<Float>
    /// Room for slopes as bytes, where the features are bytes.
    private let packed: PackedSlopes?
    private let pieceLabels: AlignedBuffer<Int32>
    private let pieceSums: AlignedBuffer<PieceSums>
    private let pieceSlopes: AlignedBuffer<Double>

    static let pieceRows = 32

    private struct PieceSums: BitwiseCopyable {
        var sums = Pass.Sums()
        /// The largest Σ |slope| of a class where slopes are whole numbers, and packed; else too much.
        var slopes = PackedSlopes.mostWhole + 1
    }

    /// Room for the scores of a number of rows.
    init(_ examples: Examples, capacity rows: Int) {
        labels = examples.labels
        classes = examples.classCount
        scores = AlignedBuffer(repeating: 0, count: rows * classes)
        if case .bytes = examples.features {
            packed = PackedSlopes(rows: rows, classes: classes)
        } else {
            packed = nil
        }
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
                let slopes = packed?.pack(scores.span, fromRow: rows.lowerBound)
                return PieceSums(sums: sums, slopes: slopes ?? PackedSlopes.mostWhole + 1)
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

    /// The slopes of the first rows as bytes; nil where the gradient by them would have other bits.
    func packedSlopes(rows: Int) -> PackedSlopes? {
        let parts = pieceSums.writes
        let most = (0..<Self.pieceCount(rows)).reduce(0) { $0 + parts[$1].slopes }
        return most <= PackedSlopes.mostWhole ? packed : nil
    }
}
