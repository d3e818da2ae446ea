import Files
import Numeric

/// A table's text in pieces that are read at the same time.
///
/// A piece begins behind a newline that no quotes are around, if quotes stand only around cells and in
/// pairs within them. Whether it does is known when the piece before it has been read: then both meet.
struct TablePieces {
    struct Piece {
        let range: Range<Int>
        /// Which records are in it at most, counted from the first piece on.
        let records: Range<Int>
    }

    let pieces: [Piece]

    /// Pieces do not depend on the number of threads.
    static let size = 4 << 20

    /// - Throws: where the work is given up.
    init(_ bytes: ByteStorage, from start: Int, columns: Int) throws(FileError) {
        let chunks = stride(from: start, to: bytes.count, by: Self.size).map {
            $0..<min(bytes.count, $0 + Self.size)
        }
        let counts = Self.counts(bytes, chunks)
        try Interruptible.check()
        pieces = try bytes.withSpan { bytes throws(FileError) in
            try Self.pieces(bytes, chunks, counts, columns)
        }
    }

    /// How many records there are at most.
    var records: Int { pieces.last?.records.upperBound ?? 0 }

    /// All text from a piece on as one piece that begins at a place.
    func rest(from index: Int, at place: Int) -> Piece? {
        guard let last = pieces.last, pieces.indices.contains(index) else { return nil }
        return Piece(
            range: place..<last.range.upperBound,
            records: pieces[index].records.lowerBound..<last.records.upperBound)
    }

    private static func counts(
        _ bytes: ByteStorage, _ chunks: [Range<Int>]
    ) -> [TextKernels.Counts] {
        let counts = Guarded([TextKernels.Counts?](repeating: nil, count: chunks.count))
        Parallel.forEach(chunks.count) { index in
            let found = bytes.withSpan { TextKernels.counts($0, chunks[index]) }
            counts.with { $0[index] = found }
        }
        return counts.with { $0.compactMap(\.self) }
    }

    private static func pieces(
        _ bytes: Span<UInt8>, _ chunks: [Range<Int>], _ counts: [TextKernels.Counts], _ columns: Int
    ) throws(FileError) -> [Piece] {
        var pieces: [Piece] = []
        var begin = chunks.first?.lowerBound ?? 0
        var (isQuoted, newlines, records) = (false, 0, 0)
        for (chunk, count) in zip(chunks, counts) {
            if count.quotes % 2 == 1 { isQuoted.toggle() }
            newlines += count.newlines
            // A piece may have ended within this chunk, or behind it.
            guard chunk.upperBound > begin else { continue }
            var end = chunk.upperBound
            var (isInside, passed) = (isQuoted, 0)
            while end < bytes.count, bytes[end - 1] != newline || isInside {
                try Interruptible.check(turn: end)
                if bytes[end] == quote { isInside.toggle() }
                if bytes[end] == newline { passed += 1 }
                end += 1
            }
            // The last line may have no newline.
            let lines = newlines + passed + (end == bytes.count ? 1 : 0)
            // A record has a separator or a newline for each column.
            let most = min(lines, (end - begin) / max(columns, 1) + 1)
            pieces.append(Piece(range: begin..<end, records: records..<records + most))
            (begin, newlines, records) = (end, -passed, records + most)
        }
        return pieces
    }

    private static let newline = UInt8(ascii: "\n")
    private static let quote = UInt8(ascii: "\"")
}
