extension SparseRows {
    /// The columns as rows: row d holds the numbers of column d, in the order of their rows.
    package func transposed() -> SparseRows {
        var ends = [Int](repeating: 0, count: dimension + 1)
        for column in columns { ends[Int(column) + 1] += 1 }
        for d in 0..<dimension { ends[d + 1] += ends[d] }
        let starts = ends
        var rows = [Int32](repeating: 0, count: stored)
        var numbers = [Float](repeating: 0, count: stored)
        for r in 0..<count {
            if r % 4096 == 0, Parallel.isAbandoned { break }
            for entry in entries(ofRow: r) {
                let place = ends[Int(columns[entry])]
                (rows[place], numbers[place]) = (Int32(r), values[entry])
                ends[Int(columns[entry])] = place + 1
            }
        }
        return SparseRows(dimension: count, starts: starts, columns: rows, values: numbers)
    }

    /// Chosen rows in order, each number times the factor of its column.
    package func chosen(_ rows: RowSelection, factor: [Float]) -> SparseRows {
        var starts = [0]
        var columns: [Int32] = []
        var values: [Float] = []
        starts.reserveCapacity(rows.count + 1)
        for position in 0..<rows.count {
            if position % 4096 == 0, Parallel.isAbandoned { break }
            for entry in entries(ofRow: rows[position]) {
                columns.append(self.columns[entry])
                values.append(self.values[entry] * factor[Int(self.columns[entry])])
            }
            starts.append(values.count)
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
