import Files
import Numeric
import Platform

/// The reading of a table's pieces on several threads.
struct TableReading {
    private let file: TableFile
    private let plan: TablePlan
    private let pieces: TablePieces
    private let numbers: AlignedBuffer<Float>
    private let codes: AlignedBuffer<Int32>
    private let report: @Sendable (ReadingProgress) -> Void

    init(
        _ file: TableFile, _ plan: TablePlan, _ pieces: TablePieces,
        _ numbers: AlignedBuffer<Float>, _ codes: AlignedBuffer<Int32>,
        _ report: @escaping @Sendable (ReadingProgress) -> Void
    ) {
        (self.file, self.plan, self.pieces) = (file, plan, pieces)
        (self.numbers, self.codes, self.report) = (numbers, codes, report)
    }

    /// The pieces in order, each with what was read of it. Where one does not begin where the piece
    /// before it ends, it and all that follow are read again as one.
    ///
    /// - Throws: where the work is given up.
    func parts() throws(FileError) -> [(piece: TablePieces.Piece, part: TablePiece)] {
        let all = read()
        try Interruptible.check()
        var parts: [(piece: TablePieces.Piece, part: TablePiece)] = []
        for (index, (piece, part)) in zip(pieces.pieces, all).enumerated() {
            let begin = parts.last?.part.end ?? piece.range.lowerBound
            if begin == piece.range.lowerBound, !part.isFull {
                parts.append((piece, part))
                if part.problem != nil { break }
            } else if let rest = pieces.rest(from: index, at: begin) {
                parts.append((rest, read(rest)))
                break
            }
        }
        try Interruptible.check()
        return parts
    }

    private func read() -> [TablePiece] {
        let results = Guarded([TablePiece?](repeating: nil, count: pieces.pieces.count))
        let done = Guarded(0)
        Parallel.forEach(pieces.pieces.count) { index in
            let piece = pieces.pieces[index]
            let part = read(piece)
            results.with { $0[index] = part }
            let bytes = done.with { done in
                done += piece.range.count
                return done
            }
            report(.megabytes(bytes, of: file.bytes.count))
        }
        return results.with { $0.compactMap(\.self) }
    }

    private func read(_ piece: TablePieces.Piece) -> TablePiece {
        file.bytes.withSpan {
            TablePiece($0, piece.range, plan, TableCells(piece.records, plan, numbers, codes))
        }
    }
}
