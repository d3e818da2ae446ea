import Numeric
import Testing

/// Rows of sparse text, read eight bytes at a time.
@Suite struct SparseTextTests {
    /// The rows of a text up to a place, and what its entries are.
    private func read(
        _ text: String
    ) -> (rows: SparseTextRows, place: Int, columns: [Int32], values: [Float]) {
        let bytes = Array(text.utf8)
        let rows = SparseTextRows(bytes: 0)
        var place = 0
        rows.readPlain(bytes.span, at: &place, before: bytes.count)
        var columns = [Int32](repeating: 0, count: rows.entries)
        var values = [Float](repeating: 0, count: rows.entries)
        columns.withDisjointWrites { columns in
            values.withDisjointWrites { values in
                rows.copyEntries(to: 0, from: 1, columns: columns, values: values)
            }
        }
        return (rows, place, columns, values)
    }

    @Test func `rows are read as they are written, and zeros are left out`() {
        let read = read("-1 1:0.5 7:-2 9:0\r\n+2\n3 12345678:1e-3 \n4 2:0.12345678 3:7")
        #expect(read.rows.labels == [-1, 2])
        #expect(read.rows.ends == [2, 2])
        #expect(read.columns == [0, 6] && read.values == [0.5, -2])
        #expect(read.rows.largest == 9 && !read.rows.hasZero)
        // A column beyond 10 million needs a sentence.
        #expect(read.place == 22)
    }

    @Test(arguments: [
        "", "\n", "# comment\n", "1 2:3 2:4\n", "1 3:4 2:5\n", "x 1:2\n", "1 a:2\n", "1 1:\n",
        "1 1 :2\n", "1 1:2#c\n", "1 qid:3 1:2\n", "1.5 1:2\n", "1 1:nan\n", "1 1:2x\n",
        "1 1:1e999\n",
        "1234567890123456 1:2\n", "1  :2\n", "1\t1:2\n", "--1 1:2\n", "1 1:0x1p3\n", "1 -1:2\n",
    ])
    func `a row of another form is left where it begins`(line: String) {
        let read = read("1 1:2\n" + line)
        #expect(read.rows.labels == [1] && read.place == 6 && read.values == [2])
    }

    @Test func `numbers have the bits that strtof gives`() {
        var random = SeededRandom(seed: 5)
        var (text, expected) = ("", [Float]())
        for row in 0..<300 {
            text += "\(row % 5)"
            for column in 1...random.integer(below: 9) + 1 {
                let digits = random.integer(below: 10)
                let limit = [
                    1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 1 << 40, 1 << 60,
                ]
                let fraction = String(random.integer(below: limit[digits]))
                let zeros = String(repeating: "0", count: random.integer(below: 3))
                let sign = ["", "-", "+"][random.integer(below: 3)]
                let number = "\(sign)\(random.integer(below: 12)).\(zeros)\(fraction)"
                text += " \(column * (row + 1)):\(number)"
                if let value = Float(number), value != 0 { expected.append(value) }
            }
            text += "\n"
        }
        let read = read(text)
        #expect(read.place == text.utf8.count && read.rows.count == 300)
        #expect(read.values.map(\.bitPattern) == expected.map(\.bitPattern))
    }

    /// So that Ctrl-C is heard in a row of gigabytes.
    @Test(arguments: [100, 1000, 20_000])
    func `a row with more entries than there is room for at first is read`(count: Int) {
        let row = "1" + (1...count).map { " \($0):1" }.joined() + "\n"
        let read = read(row + "0 2:1\n")
        #expect(read.rows.ends == [count, count + 1])
        #expect(read.place == row.utf8.count + 6)
    }

    @Test func `a row of more than a megabyte is left to its reader`() {
        let long = (1...150_000).map { " \($0):1" }.joined()
        #expect(read("1 1:1\n0\(long)\n").place == 6)
    }
}

/// Columns cut into pieces.
@Suite struct ColumnPieceTests {
    @Test(arguments: [1, 2, 3, 8]) func `pieces cover all columns once and share the entries`(
        most: Int
    ) {
        let (count, dimension) = (500, 3000)
        var columns: [Int32] = []
        for r in 0..<count {
            for d in 0..<10 { columns.append(Int32(d * d * 3 + r % 3)) }
            for d in 0..<5 { columns.append(Int32(1000 + d * 399 + r % 2)) }
        }
        let rows = SparseRows(
            dimension: dimension, starts: (0...count).map { $0 * 15 }, columns: columns,
            values: columns.map { Float($0) })
        let pieces = rows.columnPieces(most)
        #expect(pieces.count <= most && pieces.first?.lowerBound == 0)
        #expect(pieces.last?.upperBound == dimension)
        for (one, next) in zip(pieces, pieces.dropFirst()) {
            #expect(one.upperBound == next.lowerBound && next.lowerBound % 16 == 0)
        }
        for piece in pieces {
            let entries = columns.count { piece.contains(Int($0)) }
            #expect(entries <= columns.count / most + columns.count / 4)
        }
    }

    @Test func `no columns have no pieces`() {
        let rows = SparseRows(dimension: 0, starts: [0, 0], columns: [], values: [])
        #expect(rows.columnPieces(4).isEmpty)
    }
}
