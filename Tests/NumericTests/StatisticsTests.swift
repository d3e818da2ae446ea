import Files
import Numeric
import Testing

@Suite struct StatisticsTests {
    @Test(arguments: [1, 2, 7, 600, 1500, 20_000])
    func `byte columns have the mean and deviation that the obvious loop gives`(count: Int) {
        var random = SeededRandom(seed: 5)
        let bytes = (0..<count * 3).map { _ in UInt8(random.integer(below: 256)) }
        let rows = ByteRows(
            segments: [
                .init(storage: ByteStorage(bytes: bytes), offset: 0, stride: 3, count: count)
            ], dimension: 3)
        let (mean, deviation) = columnStatistics(of: .bytes(rows), rows: .range(0..<count))
        for d in 0..<3 {
            let column = (0..<count).map { Double(bytes[$0 * 3 + d]) }
            let expected = column.reduce(0, +) / Double(count)
            let square = column.reduce(0) { $0 + ($1 - expected) * ($1 - expected) } / Double(count)
            #expect(abs(Double(mean[d]) - expected) < 1e-4)
            #expect(abs(Double(deviation[d]) - square.squareRoot()) < 1e-4)
        }
    }

    @Test(arguments: [1, 63, 65, 300, 2100])
    func `columns of numbers are added row after row, whatever a thread takes`(dimension: Int) {
        let elements = (0..<5 * dimension).map { Float($0 * 7919 % 1009) / 7 }
        let rows = FloatRows(Matrix(rows: 5, columns: dimension, elements: elements))
        let (mean, deviation) = columnStatistics(
            of: .floats(rows), rows: .indices([4, 0, 3, 1, 2]))
        let columns = (0..<dimension).map { column in
            [4, 0, 3, 1, 2].map { Double(elements[$0 * dimension + column]) }
        }
        let means = columns.map { $0.reduce(0, +) / 5 }
        #expect(mean == means.map { Float($0) })
        #expect(
            deviation
                == zip(columns, means).map { column, mean in
                    let squares = column.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
                    return Float((squares / 5).squareRoot())
                })
        let sums = (0..<dimension).map { column in
            (0..<5).reduce(0) { $0 + Double(elements[$1 * dimension + column]) }
        }
        #expect(columnSums(of: rows) == sums)
    }
}
