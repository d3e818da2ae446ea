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
            let (count, _, classes) = shape
            var random = SeededRandom(seed: 12)
            let slopes = (0..<count * classes).map { _ in
                Float(random.integer(below: 2 * largest + 1) - largest)
            }
            compare(slopes, shape, isPacked: largest <= 64 ? true : nil)
        }

        @Test(arguments: KernelTests.shapes, [100, 130, 1_000, 60_000])
        func `one slope of a row may be beyond a byte`(shape: (Int, Int, Int), largest: Int) {
            let (count, _, classes) = shape
            var slopes = [Float](repeating: 1, count: count * classes)
            for r in 0..<count { slopes[r * classes + r * 7 % classes] = Float(r % 5 - largest) }
            compare(slopes, shape, isPacked: largest <= 1000 && classes > 4 ? true : nil)
        }

        /// Compares the gradient with and without bytes with sums of whole numbers. Where `isPacked` is
        /// not nil, it says whether there are bytes.
        private func compare(_ slopes: [Float], _ shape: (Int, Int, Int), isPacked: Bool?) {
            let (count, dimension, classes) = shape
            let features = KernelTests.features(count, dimension, isBytes: true)
            let start = (0..<classes * RowBlock.stride(dimension)).map { Float($0 % 5) }
            for adds in [true, false] {
                let exact = gradient(features, slopes, classes: classes, adds ? start : nil)
                KernelTests.onEveryCPU { cpu in
                    let packed = PackedSlopes(rows: count, classes: classes)
                    let most = packed.pack(slopes.span, fromRow: 0)
                    let fits = most.map { $0 <= PackedSlopes.mostWhole } ?? false
                    if let isPacked { #expect(fits == isPacked, "\(cpu)") }
                    for packed in fits ? [nil, packed] : [] {
                        let found = self.found(features, slopes, packed, classes, start, adds: adds)
                        #expect(found == exact, "\(cpu), \(packed == nil ? "floats" : "bytes")")
                    }
                }
            }
        }

        private func found(
            _ features: Features, _ slopes: [Float], _ packed: PackedSlopes?, _ classes: Int,
            _ start: [Float], adds: Bool
        ) -> [Float] {
            var gradient = start
            let dimension = features.dimension
            gradient.withDisjointWrites {
                RowBlock(features, rows: Array(0..<features.count)).accumulateGradient(
                    slopes: slopes.span, packed: packed, classes: classes, offset: 121,
                    columns: 0..<dimension, adds: adds,
                    into: GradientPlace(0..<dimension, in: $0, dimension: dimension))
            }
            return columns(gradient, dimension)
        }

        /// The numbers of the columns that are there.
        private func columns(_ gradient: [Float], _ dimension: Int) -> [Float] {
            let stride = RowBlock.stride(dimension)
            return gradient.enumerated().filter { $0.offset % stride < dimension }.map(\.element)
        }

        /// Nothing is left of the start where it is nil and there are rows.
        private func gradient(
            _ features: Features, _ slopes: [Float], classes: Int, _ start: [Float]?
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
            let before =
                start ?? (0..<sums.count).map { features.count == 0 ? Float($0 % 5) : 0 }
            return columns(zip(before, sums).map { $0 + Float($1) }, features.dimension)
        }

        @Test func `slopes that are no whole numbers or too large are not packed`() {
            let packed = PackedSlopes(rows: 4, classes: 2)
            for slope in [0.5, 65_536, -65_536, .nan, .infinity, 1e9] as [Float] {
                #expect(packed.pack([1, 2, slope, 0].span, fromRow: 0) == nil)
            }
            #expect(packed.pack([200, 200].span, fromRow: 0) == nil)
        }

        @Test func `packing tells how large the slopes of a class are together`() {
            let packed = PackedSlopes(rows: 8, classes: 3)
            let slopes: [Float] = [1, 2, -3, 0, 1, -1, 4, -999, 1, 0, 0, 0, 1, 1, -2]
            KernelTests.onEveryCPU { cpu in
                #expect(packed.pack(slopes.span, fromRow: 0) == 1003, "\(cpu)")
            }
        }
    }
}
