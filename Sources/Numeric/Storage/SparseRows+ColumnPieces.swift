extension SparseRows {
    /// How many entries are looked at, about.
    private static let sampleSize = 4096

    /// At most this number of ranges of columns, which begin at multiples of 16 and have about as many entries
    /// each: words that are frequent often stand first.
    package func columnPieces(_ most: Int) -> [Range<Int>] {
        let width = RowBlock.stride(dimension / 256 + 1)
        var counts = [Int](repeating: 0, count: (dimension + width - 1) / width)
        let step = stored / Self.sampleSize + 1
        for entry in stride(from: 0, to: stored, by: step) {
            counts[Int(columns[entry]) / width] += 1
        }
        let goal = max(1, (stored + step - 1) / step / max(most, 1))
        var pieces: [Range<Int>] = []
        var (begin, sum) = (0, 0)
        for (index, count) in counts.enumerated() {
            sum += count
            let end = (index + 1) * width
            guard sum >= goal, pieces.count + 1 < most, end < dimension else { continue }
            pieces.append(begin..<end)
            (begin, sum) = (end, 0)
        }
        return begin < dimension ? pieces + [begin..<dimension] : pieces
    }
}
