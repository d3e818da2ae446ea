import Numeric
import Testing

/// The Cholesky factor of sums of products.
@Suite struct CholeskyTests {
    @Test(arguments: [1, 7, 64, 65, 130])
    func `a factor solves the equations of its matrix`(size: Int) {
        var random = SeededRandom(seed: UInt64(size))
        let stride = RowBlock.stride(size)
        let count = 2 * size
        let rows = AlignedBuffer<Float>(repeating: 0, count: count * stride)
        let writes = rows.writes
        for r in 0..<count {
            for d in 0..<size { writes[r * stride + d] = Float(random.normal()) }
        }
        let factor = CholeskyFactor(size: size)
        factor.add(rows, count: count)
        factor.regularize(factor: 1 / Float(count), ridge: [Float](repeating: 0.5, count: size))
        factor.factorize()
        let wanted = (0..<2 * size).map { _ in Float(random.normal()) }
        var lists = [Float](repeating: 0, count: 2 * size)
        for list in 0..<2 {
            for i in 0..<size {
                var sum = 0.5 * Double(wanted[list * size + i])
                for r in 0..<count {
                    var product = 0.0
                    for d in 0..<size {
                        product += Double(writes[r * stride + d] * wanted[list * size + d])
                    }
                    sum += Double(writes[r * stride + i]) * product / Double(count)
                }
                lists[list * size + i] = Float(sum)
            }
        }
        var span = lists.mutableSpan
        factor.solve(&span, count: 2)
        for i in lists.indices { #expect(abs(lists[i] - wanted[i]) < 1e-4) }
    }

    @Test func `rows and their columns are each other's transposes`() {
        let rows = SparseRows(
            dimension: 4, starts: [0, 2, 2, 5], columns: [0, 3, 0, 1, 3],
            values: [1, 2, 3, 4, 5])
        let columns = rows.transposed()
        #expect(columns.count == 4 && columns.dimension == 3)
        #expect(columns.columns == [0, 2, 2, 0, 2] && columns.values == [1, 3, 4, 2, 5])
        #expect(columns.transposed().values == rows.values)
    }
}
