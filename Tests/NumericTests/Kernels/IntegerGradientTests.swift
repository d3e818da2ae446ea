import Numeric
import Testing

extension KernelTests {
    /// Gradients by slopes that are whole numbers.
    @Suite struct IntegerGradient {
        @Test(arguments: KernelTests.shapes, [1, 9, 64, 127])
        func
            `slopes that are whole numbers give the bits that floats give, on every instruction set`(
                shape: (Int, Int, Int), largest: Int
            )
        {
            let (count, dimension, classes) = shape
            let features = KernelTests.features(count, dimension, isBytes: true)
            var random = SeededRandom(seed: 12)
            let slopes = (0..<count * classes).map { _ in
                Float(random.integer(below: 2 * largest + 1) - largest)
            }
            let stride = RowBlock.stride(dimension)
            let start = (0..<classes * stride).map { Float($0 % 5) }
            let exact = gradient(features, slopes, classes: classes, start)
            KernelTests.onEveryCPU { cpu in
                let packed = AlignedBuffer<Int8>(
                    repeating: 1, count: RowBlock.packedCount(count) * classes)
                let isWhole = RowBlock.packSlopes(
                    slopes.span, classes: classes, fromRow: 0, into: packed)
                #expect(isWhole)
                for packed in [nil, packed] {
                    var gradient = start
                    unsafe gradient.withUnsafeMutableBufferPointer { buffer in
                        RowBlock(features, rows: Array(0..<count)).accumulateGradient(
                            slopes: slopes.span, packed: packed, classes: classes, offset: 121,
                            columns: 0..<dimension, into: unsafe DisjointWrites(buffer))
                    }
                    #expect(gradient == exact, "\(cpu), \(packed == nil ? "floats" : "bytes")")
                }
            }
        }

        private func gradient(
            _ features: Features, _ slopes: [Float], classes: Int, _ start: [Float]
        ) -> [Float] {
            let stride = RowBlock.stride(features.dimension)
            var sums = [Int](repeating: 0, count: classes * stride)
            for r in 0..<features.count {
                let row = features.row(r).map { Int($0) - 121 }
                for c in 0..<classes {
                    let slope = Int(slopes[r * classes + c])
                    for d in row.indices { sums[c * stride + d] += slope * row[d] }
                }
            }
            return zip(start, sums).map { $0 + Float($1) }
        }

        @Test func `slopes that are no whole bytes are not packed`() {
            let packed = AlignedBuffer<Int8>(repeating: 0, count: 8)
            for slope in [0.5, 128, -128, .nan, .infinity, 1e9] as [Float] {
                let slopes = [1, 2, slope, 0]
                let isWhole = RowBlock.packSlopes(slopes.span, classes: 2, fromRow: 0, into: packed)
                #expect(!isWhole)
            }
        }
    }
}
