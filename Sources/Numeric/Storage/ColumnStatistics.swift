/// The mean and the population deviation of each feature over the given rows, D numbers each.
///
/// Bytes are summed exactly in integers; other numbers in double precision, row after row.
package func columnStatistics(
    of features: Features, rows: RowSelection
) -> (mean: [Float], deviation: [Float]) {
    let dimension = features.dimension
    let count = rows.count
    guard count > 0 else {
        return ([Float](repeating: 0, count: dimension), [Float](repeating: 0, count: dimension))
    }
    var sums = [Double](repeating: 0, count: dimension)
    var squares = [Double](repeating: 0, count: dimension)
    switch features {
    case .bytes:
        (sums, squares) = byteSums(of: features, rows: rows)
    case .sparse(let sparse):
        (sums, squares) = sparseSums(of: sparse, rows: rows)
    case .floats(let floats):
        return floatStatistics(of: floats, rows: rows)
    }
    let n = Double(count)
    let deviation = sums.indices.map { d in
        Float((max(0, n * squares[d] - sums[d] * sums[d])).squareRoot() / n)
    }
    return (sums.map { Float($0 / n) }, deviation)
}

/// How many columns a thread takes at a time. Rows are in no order, and each is a wait for memory, so a thread
/// takes as many columns as its sums have room for in the first cache. Each column is added in the order
/// of the rows by one thread, so the sums are the same for any width.
private func width(of dimension: Int) -> Int {
    let (fewest, most) = (64, 1024)
    let pieces = Parallel.threads * ((dimension - 1) / (Parallel.threads * most) + 1)
    return max(fewest, (dimension + pieces - 1) / pieces)
}

/// The sum of each column's numbers, added row after row.
package func columnSums(of floats: FloatRows) -> [Double] {
    var all = [Double](repeating: 0, count: floats.dimension)
    let width = width(of: floats.dimension)
    all.withDisjointWrites { all in
        Parallel.forEach((floats.dimension + width - 1) / width) { piece in
            let columns = piece * width..<min(floats.dimension, (piece + 1) * width)
            var sums = [Double](repeating: 0, count: columns.count)
            for row in 0..<floats.count {
                if Parallel.isAbandoned(turn: row) { break }
                floats.add(row: row, columns, to: &sums)
            }
            for (index, column) in columns.enumerated() { all[column] = sums[index] }
        }
    }
    return all
}

/// Each column's numbers are added row after row, by one thread; several threads take columns of their own.
private func floatStatistics(
    of floats: FloatRows, rows: RowSelection
) -> (mean: [Float], deviation: [Float]) {
    let dimension = floats.dimension
    var mean = [Float](repeating: 0, count: dimension)
    var deviation = mean
    let width = width(of: dimension)
    mean.withDisjointWrites { mean in
        deviation.withDisjointWrites { deviation in
            Parallel.forEach((dimension + width - 1) / width) { piece in
                let columns = piece * width..<min(dimension, (piece + 1) * width)
                var sums = [Double](repeating: 0, count: columns.count)
                var squares = sums
                for position in 0..<rows.count {
                    if Parallel.isAbandoned(turn: position) { break }
                    floats.add(row: rows[position], columns, to: &sums)
                }
                let means = sums.map { $0 / Double(rows.count) }
                for position in 0..<rows.count {
                    if Parallel.isAbandoned(turn: position) { break }
                    floats.addSquares(row: rows[position], columns, around: means, to: &squares)
                }
                for (index, column) in columns.enumerated() {
                    mean[column] = Float(means[index])
                    deviation[column] = Float((squares[index] / Double(rows.count)).squareRoot())
                }
            }
        }
    }
    return (mean, deviation)
}

/// Σx and Σx² of each column.
private func sparseSums(of sparse: SparseRows, rows: RowSelection) -> ([Double], [Double]) {
    var sums = [Double](repeating: 0, count: sparse.dimension)
    var squares = sums
    let columns = sparse.columns.span
    let values = sparse.values.span
    for position in 0..<rows.count where !Parallel.isAbandoned {
        for entry in sparse.entries(ofRow: rows[position]) {
            let value = Double(values[entry])
            sums[Int(columns[entry])] += value
            squares[Int(columns[entry])] += value * value
        }
    }
    return (sums, squares)
}

/// Σx and Σx² of each column, as whole numbers; rows are cut into fixed slices that run in
/// parallel.
private func byteSums(of features: Features, rows: RowSelection) -> ([Double], [Double]) {
    let dimension = features.dimension
    let sliceRows = min(8192, max(512, (rows.count + 63) / 64))
    let slices = (rows.count + sliceRows - 1) / sliceRows
    let zeros = [UInt64](repeating: 0, count: dimension)
    let total = Guarded((sums: zeros, squares: zeros))
    Parallel.forEach(slices) { slice in
        var (sums, squares) = (zeros, zeros)
        RowBlock(
            features, rows: rows,
            positions: slice * sliceRows..<min(rows.count, (slice + 1) * sliceRows)
        ).addMoments(sums: &sums, squares: &squares)
        // Whole numbers: the order does not matter.
        total.with {
            for d in 0..<dimension {
                $0.sums[d] += sums[d]
                $0.squares[d] += squares[d]
            }
        }
    }
    let (sums, squares) = total.with { $0 }
    return (sums.map { Double($0) }, squares.map { Double($0) })
}
