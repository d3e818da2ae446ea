import Files
import Numeric
import Platform

/// The rows of a text in LIBSVM's format. The text is cut at the ends of lines, and its pieces are read on
/// several threads.
struct LibSVMText {
    private let path: String
    private var pieces: [SparseTextRows] = []
    /// The number that each row begins with.
    private(set) var labels: [Double] = []
    /// The largest column as it is written; -1 where there is none.
    private(set) var largest = -1
    /// Whether a row has a column 0, or the text says that columns count from 0 and not from 1.
    private(set) var hasZero = false

    /// A wave of pieces is read before the next one begins, so that memory is asked for in between.
    private static let wavePieces = 64
    /// UTF-8's byte-order mark.
    private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// `report` receives how far the reading is. A piece has `pieceSize` bytes, and the rest of its last line.
    init(
        _ text: ByteStorage, path: String, pieceSize: Int = 1 << 18,
        report: (ReadingProgress) -> Void = { _ in }
    ) throws(FileError) {
        self.path = path
        let bytes = try LineEnds.newlines(text, path: path)
        let start = bytes.bytes(in: 0..<min(bytes.count, 3)) == Self.mark ? 3 : 0
        // scikit-learn says how it counts, also where no row has a column 0.
        let heading = bytes.text(in: start..<min(bytes.count, 200))
        hasZero = heading.hasPrefix("#") && heading.contains("indices are zero-based")
        var budget = GrowingBudget(for: "the rows of \(path)")
        var (position, lines, entries) = (start, 0, 0)
        while position < bytes.count {
            let ranges = try Self.cut(bytes, from: position, pieceSize: pieceSize)
            for piece in try Self.read(bytes, ranges) {
                if let problem = piece.problem {
                    throw FileError(
                        "\(path) line \(lines + piece.lines + 1) \(problem)",
                        hint: "mend or remove the line")
                }
                lines += piece.lines
                entries += piece.rows.entries
                add(piece)
            }
            try budget.growForFile(to: 16 * (labels.count + 1) + 8 * entries)
            position = ranges.last?.upperBound ?? bytes.count
            report(.megabytes(position, of: bytes.count))
        }
    }

    private mutating func add(_ piece: LibSVMPiece) {
        labels += piece.rows.labels
        largest = max(largest, piece.rows.largest)
        if piece.rows.hasZero { hasZero = true }
        pieces.append(piece.rows)
    }

    /// The pieces of a wave, each of whole lines.
    private static func cut(
        _ bytes: ByteStorage, from start: Int, pieceSize: Int
    ) throws(FileError) -> [Range<Int>] {
        try bytes.withSpan { text throws(FileError) in
            var ranges: [Range<Int>] = []
            var begin = start
            while begin < text.count, ranges.count < wavePieces {
                var end = min(text.count, begin + pieceSize)
                while end < text.count, text[end - 1] != UInt8(ascii: "\n") {
                    try Interruptible.check(turn: end)
                    end += 1
                }
                ranges.append(begin..<end)
                begin = end
            }
            return ranges
        }
    }

    private static func read(
        _ bytes: ByteStorage, _ ranges: [Range<Int>]
    ) throws(FileError) -> [LibSVMPiece] {
        let pieces = Guarded([LibSVMPiece?](repeating: nil, count: ranges.count))
        Parallel.forEach(ranges.count) { index in
            let piece = bytes.withSpan { LibSVMPiece($0, ranges[index]) }
            pieces.with { $0[index] = piece }
        }
        try Interruptible.check()
        return pieces.with { $0.compactMap(\.self) }
    }

    /// The features of the rows of one file or of several; columns count from `first`, which is 0 or 1.
    static func rows(_ texts: [LibSVMText], dimension: Int, first: Int) throws(FileError)
        -> SparseRows
    {
        let pieces = texts.flatMap(\.pieces)
        var (starts, places) = ([0], [0])
        for piece in pieces {
            let place = places.last ?? 0
            starts += piece.ends.map { $0 + place }
            places.append(place + piece.entries)
            try Interruptible.check()
        }
        let (begins, total) = (places, places.last ?? 0)
        try MemoryBudget.requestForFile(8 * total + 8 * starts.count, for: "the rows")
        var values: [Float] = []
        let columns = [Int32].written(count: total) { columns in
            values = [Float].written(count: total) { values in
                Parallel.forEach(pieces.count) { index in
                    pieces[index].copyEntries(
                        to: begins[index], from: first, columns: columns, values: values)
                }
            }
        }
        try Interruptible.check()
        return SparseRows(dimension: dimension, starts: starts, columns: columns, values: values)
    }

    /// What features of columns from 0 are called, so that new rows count as the training data did; none
    /// where the names would take more memory than the data.
    static func zeroBasedNames(_ dimension: Int) -> [String] {
        dimension <= 1 << 20 ? (0..<dimension).map { "column\($0)" } : []
    }
}
