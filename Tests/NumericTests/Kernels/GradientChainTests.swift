import Numeric
import Testing

extension KernelTests {
    /// Rows that are cut into chains, each of which is summed by itself and then added.
    @Suite struct GradientChains {
        private let count = 75
        private let dimension = 611
        private let classes = 3

        @Test(arguments: [true, false], [true, false])
        func `chains have the bits of gradients that are added one after another`(
            isBytes: Bool, isWhole: Bool
        ) {
            let features = KernelTests.features(count, dimension, isBytes: isBytes)
            let slopes = (0..<count * classes).map { i -> Float in
                if isWhole { return Float(i % 5 - 2) }
                return Float(i % 11) / 7
            }
            KernelTests.onEveryCPU { cpu in
                let together = gradient(features, Array(0..<count), slopes, chain: 32)
                var apart = [Float](repeating: 0, count: classes * RowBlock.stride(dimension))
                for first in stride(from: 0, to: count, by: 32) {
                    let rows = Array(first..<min(count, first + 32))
                    let own = Array(slopes[first * classes..<(first + rows.count) * classes])
                    let part = gradient(features, rows, own, chain: 512)
                    for i in apart.indices { apart[i] += part[i] }
                }
                #expect(together == apart, "\(cpu)")
            }
        }

        private func gradient(
            _ features: Features, _ rows: [Int], _ slopes: [Float], chain: Int
        ) -> [Float] {
            var sums = [Float](repeating: 0, count: classes * RowBlock.stride(dimension))
            let block = RowBlock(features, rows: rows)
            let packed = PackedSlopes(rows: rows.count, classes: classes)
            let isPacked = packed.pack(slopes.span, fromRow: 0) != nil
            sums.withDisjointWrites {
                block.accumulateGradient(
                    slopes: slopes.span, packed: isPacked ? packed : nil, classes: classes,
                    offset: features.isBytes ? 100 : 0, columns: 0..<dimension, chain: chain,
                    into: GradientPlace(0..<dimension, in: $0, dimension: dimension))
            }
            return sums
        }
    }
}

extension Features {
    fileprivate var isBytes: Bool { if case .bytes = self { true } else { false } }
}
