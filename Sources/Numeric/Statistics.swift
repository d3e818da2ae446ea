/// The mean and the population deviation of each feature over some rows, D numbers each.
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
    case .bytes(let bytes):
        (sums, squares) = byteSums(of: bytes, rows: rows)
    case .sparse(let sparse):
        (sums, squares) = sparseSums(of: sparse, rows: rows)
    case .floats(let floats):
        for position in 0..<count {
            let row = floats.matrix.row(rows[position])
            for (d, x) in row.enumerated() { sums[d] += Double(x) }
        }
        let means = sums.map { $0 / Double(count) }
        for position in 0..<count {
            let row = floats.matrix.row(rows[position])
            for (d, x) in row.enumerated() {
                let distance = Double(x) - means[d]
                squares[d] += distance * distance
            }
        }
        return (means.map(Float.init), squares.map { Float(($0 / Double(count)).squareRoot()) })
    }
    let n = Double(count)
    let deviation = sums.indices.map { d in
        Float((max(0, n * squares[d] - sums[d] * sums[d])).squareRoot() / n)
    }
    return (sums.map { Float($0 / n) }, deviation)
}

/// Σx and Σx² of each column.
private func sparseSums(of sparse: SparseRows, rows: RowSelection) -> ([Double], [Double]) {
    var sums = [Double](repeating: 0, count: sparse.dimension)
    var squares = sums
    let columns = sparse.columns.span
    let values = sparse.values.span
    for position in 0..<rows.count {
        for entry in sparse.entries(ofRow: rows[position]) {
            let value = Double(values[entry])
            sums[Int(columns[entry])] += value
            squares[Int(columns[entry])] += value * value
        }
    }
    return (sums, squares)
}

/// Σx and Σx² of each column, as whole numbers; rows are cut into fixed slices that run in parallel.
private func byteSums(of bytes: ByteRows, rows: RowSelection) -> ([Double], [Double]) {
    let dimension = bytes.dimension
    let sliceRows = max(512, (rows.count + 63) / 64)
    let slices = (rows.count + sliceRows - 1) / sliceRows
    var partial = [UInt64](repeating: 0, count: slices * dimension * 2)
    unsafe partial.withUnsafeMutableBufferPointer { buffer in
        let shared = unsafe DisjointWrites(buffer)
        Parallel.forEach(slices) { slice in
            // 32 bits hold the sums of 66 000 squared bytes.
            var small = [UInt32](repeating: 0, count: dimension * 2)
            let end = min(rows.count, (slice + 1) * sliceRows)
            for begin in stride(from: slice * sliceRows, to: end, by: 60_000) {
                for position in begin..<min(end, begin + 60_000) {
                    unsafe addRow(bytes.pointer(toRow: rows[position]), dimension, to: &small)
                }
                for column in 0..<dimension * 2 {
                    shared[slice * dimension * 2 + column] += UInt64(small[column])
                    small[column] = 0
                }
            }
        }
    }
    var sums = [UInt64](repeating: 0, count: dimension)
    var squares = sums
    for slice in 0..<slices {
        for d in 0..<dimension {
            sums[d] += partial[slice * dimension * 2 + d]
            squares[d] += partial[slice * dimension * 2 + dimension + d]
        }
    }
    return (sums.map { Double($0) }, squares.map { Double($0) })
}

@unsafe
private func addRow(_ row: UnsafeRawPointer, _ dimension: Int, to sums: inout [UInt32]) {
    let bytes = unsafe row.assumingMemoryBound(to: UInt8.self)
    unsafe sums.withUnsafeMutableBufferPointer { sums in
        for d in 0..<dimension {
            let x = unsafe UInt32(bytes[d])
            unsafe sums[d] &+= x
            unsafe sums[dimension + d] &+= x &* x
        }
    }
}
