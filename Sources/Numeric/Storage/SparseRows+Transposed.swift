extension SparseRows {
    /// The columns as rows: row d holds the numbers of column d, in the order of their rows.
    ///
    /// The rows are cut into stretches; each counts its entries by column, and so knows their places.
    package func transposed() -> SparseRows {
        let stretches = stretches
        let counts = AlignedBuffer<Int32>(unwritten: stretches.count * dimension)
        let writes = counts.writes
        Parallel.forEach(stretches.count) { index in
            let own = index * dimension..<(index + 1) * dimension
            writes.withSlice(own) { counts in
                for d in 0..<counts.count { counts[d] = 0 }
                let columns = columns.span
                for entry in entries(ofRows: stretches[index]) { counts[Int(columns[entry])] += 1 }
            }
        }
        guard !Parallel.isAbandoned else { return Self.empty(count: dimension, dimension: count) }
        let starts = Self.starts(writes, stretches: stretches.count, dimension: dimension)
        var numbers: [Float] = []
        let rows = [Int32].written(count: stored) { rows in
            numbers = [Float].written(count: stored) { numbers in
                Parallel.forEach(8) {
                    let places = $0 * stored / 8..<($0 + 1) * stored / 8
                    rows.takeMemory(of: places)
                    numbers.takeMemory(of: places)
                }
                Parallel.forEach(stretches.count) { index in
                    let own = index * dimension..<(index + 1) * dimension
                    writes.withSlice(own) {
                        transpose(stretches[index], starts, behind: &$0, into: rows, numbers)
                    }
                }
            }
        }
        // Places that Ctrl-C leaves out are no rows.
        guard !Parallel.isAbandoned else { return Self.empty(count: dimension, dimension: count) }
        return SparseRows(dimension: count, starts: starts, columns: rows, values: numbers)
    }

    /// Rows without entries.
    private static func empty(count: Int, dimension: Int) -> SparseRows {
        SparseRows(
            dimension: dimension, starts: [Int](repeating: 0, count: count + 1), columns: [],
            values: [])
    }

    /// At most eight ranges of rows, and few where there are many columns, each of which they all count.
    private var stretches: [Range<Int>] {
        let most = max(1, min(8, stored / max(dimension, 1), count))
        return (0..<most).map { $0 * count / most..<($0 + 1) * count / most }
    }

    private func entries(ofRows rows: Range<Int>) -> Range<Int> {
        guard let last = rows.last else { return 0..<0 }
        return entries(ofRow: rows.lowerBound).lowerBound..<entries(ofRow: last).upperBound
    }

    /// Where each column begins; the counts become how many entries of a column the stretches before have.
    private static func starts(
        _ counts: DisjointWrites<Int32>, stretches: Int, dimension: Int
    ) -> [Int] {
        var starts = [0]
        starts.reserveCapacity(dimension + 1)
        var sum = 0
        for d in 0..<dimension {
            var before: Int32 = 0
            for place in stride(from: d, to: stretches * dimension, by: dimension) {
                let own = counts[place]
                counts[place] = before
                before += own
            }
            sum += Int(before)
            starts.append(sum)
        }
        return starts
    }

    /// Puts the numbers of a range of rows to their places, each behind those of its column that are there.
    private func transpose(
        _ range: Range<Int>, _ starts: [Int], behind: inout MutableSpan<Int32>,
        into rows: DisjointWrites<Int32>, _ numbers: DisjointWrites<Float>
    ) {
        let (starts, columns, values) = (starts.span, columns.span, values.span)
        for r in range {
            if Parallel.isAbandoned(turn: r) { break }
            for entry in entries(ofRow: r) {
                let d = Int(columns[entry])
                let place = starts[d] + Int(behind[d])
                (rows[place], numbers[place]) = (Int32(r), values[entry])
                behind[d] += 1
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
        var values: [Float] = []
        let size = 1024
        let columns = [Int32].written(count: total) { columns in
            values = [Float].written(count: total) { values in
                Parallel.forEach((rows.count + size - 1) / size) { piece in
                    let range = piece * size..<min(rows.count, (piece + 1) * size)
                    let places = begins[range.lowerBound]..<begins[range.upperBound]
                    columns.takeMemory(of: places)
                    values.takeMemory(of: places)
                    for position in range {
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
        guard !Parallel.isAbandoned else {
            return Self.empty(count: rows.count, dimension: dimension)
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
