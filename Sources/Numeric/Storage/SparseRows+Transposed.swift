extension SparseRows {
    /// The columns as rows: row d holds the numbers of column d, in the order of their rows.
    package func transposed() -> SparseRows {
        var ends = [Int](repeating: 0, count: dimension + 1)
        for column in columns { ends[Int(column) + 1] += 1 }
        for d in 0..<dimension { ends[d + 1] += ends[d] }
        let starts = ends
        var rows = [Int32](repeating: 0, count: stored)
        var numbers = [Float](repeating: 0, count: stored)
        let pieces = Self.pieces(starts)
        rows.withDisjointWrites { rows in
            numbers.withDisjointWrites { numbers in
                Parallel.forEach(pieces.count) { piece in
                    transpose(pieces[piece], starts, into: rows, numbers)
                }
            }
        }
        return SparseRows(dimension: count, starts: starts, columns: rows, values: numbers)
    }

    /// Ranges of columns that have about the same number of entries.
    private static func pieces(_ starts: [Int]) -> [Range<Int>] {
        let size = max(1 << 16, (starts.last ?? 0) / 8)
        var pieces: [Range<Int>] = []
        var begin = 0
        for d in 1..<max(starts.count, 1) where starts[d] - starts[begin] >= size {
            pieces.append(begin..<d)
            begin = d
        }
        pieces.append(begin..<max(starts.count - 1, begin))
        return pieces
    }

    /// Puts the numbers of a range of columns to their places.
    private func transpose(
        _ range: Range<Int>, _ starts: [Int], into rows: DisjointWrites<Int32>,
        _ numbers: DisjointWrites<Float>
    ) {
        var places = Array(starts[range])
        for r in 0..<count {
            if r % 4096 == 0, Parallel.isAbandoned { break }
            for entry in entries(ofRow: r, columns: range) {
                let d = Int(columns[entry]) - range.lowerBound
                let place = places[d]
                (rows[place], numbers[place]) = (Int32(r), values[entry])
                places[d] = place + 1
            }
        }
    }

    /// Chosen rows in order, each number times the factor of its column.
    package func chosen(_ rows: RowSelection, factor: [Float]) -> SparseRows {
        var starts = [0]
        starts.reserveCapacity(rows.count + 1)
        for position in 0..<rows.count {
            starts.append(starts[position] + entries(ofRow: rows[position]).count)
        }
        let (begins, total) = (starts, starts[rows.count])
        var columns = [Int32](repeating: 0, count: total)
        var values = [Float](repeating: 0, count: total)
        let size = 1024
        columns.withDisjointWrites { columns in
            values.withDisjointWrites { values in
                Parallel.forEach((rows.count + size - 1) / size) { piece in
                    for position in piece * size..<min(rows.count, (piece + 1) * size) {
                        var place = begins[position]
                        for entry in entries(ofRow: rows[position]) {
                            let column = self.columns[entry]
                            columns[place] = column
                            values[place] = self.values[entry] * factor[Int(column)]
                            place += 1
                        }
                    }
                }
            }
        }
        return SparseRows(
            dimension: dimension, starts: starts, columns: columns, values: values)
    }

    /// The numbers other than zero of dense rows, each made by `row`.
    package static func of(
        _ count: Int, dimension: Int, _ row: (Int) -> [Float]
    ) -> SparseRows {
        var starts = [0]
        var columns: [Int32] = []
        var values: [Float] = []
        for r in 0..<count {
            if r % 256 == 0, Parallel.isAbandoned { break }
            for (d, value) in row(r).enumerated() where value != 0 {
                columns.append(Int32(d))
                values.append(value)
            }
            starts.append(values.count)
        }
        return SparseRows(
            dimension: dimension, starts: starts, columns: columns, values: values)
    }
}
