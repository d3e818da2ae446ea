import Numeric
import Testing

extension KernelTests {
    /// Scores and steps of sparse rows.
    @Suite struct Sparse {
        @Test(arguments: [1, 2, 3, 4, 5, 8, 10, 17, 20, 33])
        func `sparse scores and steps are the obvious loops', to the bit`(classes: Int) {
            let dimension = 50
            var random = SeededRandom(seed: 21)
            let starts = [0, 0, 1, 8, 40]
            let columns = (0..<40).map { _ in Int32(random.integer(below: dimension)) }
            let values = (0..<40).map { _ in Float(random.normal()) }
            let weights = (0..<dimension * classes).map { _ in Float(random.normal()) }
            let slopes = (0..<classes).map { _ in Float(random.normal()) }
            let rows = SparseRows(
                dimension: dimension, starts: starts, columns: columns, values: values)
            for row in 0..<rows.count {
                var exact = slopes
                var moved = weights
                var precise = slopes.map { Double($0) }
                for i in starts[row]..<starts[row + 1] {
                    for c in 0..<classes {
                        let place = Int(columns[i]) * classes + c
                        exact[c] += values[i] * weights[place]
                        precise[c] += Double(values[i]) * Double(weights[place])
                        moved[place] += values[i] * 0.3 * slopes[c]
                    }
                }
                KernelTests.onEveryCPU { cpu in
                    var (scores, own) = (slopes, weights)
                    var span = scores.mutableSpan
                    var weightSpan = own.mutableSpan
                    rows.addScores(ofRow: row, weights: weights.span, to: &span)
                    rows.descend(
                        alongRow: row, slopes: slopes.span, factor: 0.3, weights: &weightSpan)
                    var doubles = slopes.map { Double($0) }
                    let wide = weights.map { Double($0) }
                    var doubleSpan = doubles.mutableSpan
                    rows.addScores(ofRow: row, weights: wide.span, to: &doubleSpan)
                    #expect(scores == exact && own == moved, "\(cpu)")
                    #expect(doubles == precise, "\(cpu)")
                }
            }
        }
    }
}
