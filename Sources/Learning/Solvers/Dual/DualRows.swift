import Numeric

/// The rows that dual descent visits: sparse ones, or many dense ones, each of which is scaled anew when it
/// is visited, so that nothing of the size of the data is copied.
enum DualRows {
    case stored(SparseRows)
    case dense(DenseRows)

    struct DenseRows {
        let examples: Examples
        /// 0..<D.
        let columns: [Int32]
        let factors: [Float]
    }

    init(_ examples: Examples) {
        guard !ScaledRows.canMake(examples) else {
            self = .stored(ScaledRows.make(examples))
            return
        }
        self = .dense(
            DenseRows(
                examples: examples, columns: (0..<Int32(examples.dimension)).map { $0 },
                factors: examples.scaling.scale.map { 1 / $0 }))
    }

    /// The rows in which a row lies, and its index among them.
    func find(_ row: Int) -> (rows: SparseRows, index: Int) {
        switch self {
        case .stored(let rows): (rows, row)
        case .dense(let dense): (dense.row(row), 0)
        }
    }

    func pass(_ examples: Examples) -> any CurvedPass {
        switch self {
        case .stored(let rows): SparseCurvedPass(examples, rows: rows)
        case .dense: DenseCurvedPass(examples)
        }
    }

    /// |x|² of each row.
    func squares(count: Int) -> [Float] {
        var squares = [Float](repeating: 0, count: count)
        squares.withDisjointWrites { squares in
            Parallel.forEach((count + 255) / 256) { piece in
                for r in piece * 256..<min(count, (piece + 1) * 256) {
                    let (rows, index) = find(r)
                    var sum = 0.0
                    for entry in rows.entries(ofRow: index) {
                        sum += Double(rows.values[entry]) * Double(rows.values[entry])
                    }
                    squares[r] = Float(sum)
                }
            }
        }
        return squares
    }
}

extension DualRows.DenseRows {
    fileprivate func row(_ position: Int) -> SparseRows {
        var values = examples.features.row(examples.rows[position])
        let (means, factors) = (examples.scaling.mean.span, factors.span)
        var span = values.mutableSpan
        for d in 0..<span.count { span[d] = (span[d] - means[d]) * factors[d] }
        return SparseRows(
            dimension: values.count, starts: [0, values.count], columns: columns, values: values)
    }
}
