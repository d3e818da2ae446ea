import Numeric
import Testing

extension KernelTests {
    /// Sums and sums of squares of columns of bytes.
    @Suite struct Moments {
        @Test(arguments: [(1, 1), (3, 31), (7, 33), (256, 40), (257, 5), (600, 1030)])
        func `sums and squares are exact on every instruction set`(shape: (Int, Int)) {
            let (count, dimension) = shape
            let features = KernelTests.features(count, dimension, isBytes: true)
            var exact = [[UInt64]](repeating: [UInt64](repeating: 3, count: dimension), count: 2)
            for r in 0..<count {
                for (d, x) in features.row(r).enumerated() {
                    exact[0][d] += UInt64(x)
                    exact[1][d] += UInt64(x * x)
                }
            }
            KernelTests.onEveryCPU { cpu in
                var sums = [UInt64](repeating: 3, count: dimension)
                var squares = sums
                RowBlock(features, rows: Array(0..<count)).addMoments(
                    sums: &sums, squares: &squares)
                #expect([sums, squares] == exact, "\(cpu)")
            }
        }
    }
}
