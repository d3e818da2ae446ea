import Numeric
import Testing

extension KernelTests {
    /// Exact products of bytes with 8-bit weights.
    @Suite struct IntegerProducts {
        /// What weights are like: small, as a random search draws them, or anything.
        enum Weights: CaseIterable {
            case small, gaussian, uniform, extreme

            func draw(from random: inout SeededRandom) -> Int8 {
                switch self {
                case .small: Int8(random.integer(below: 5) - 2)
                case .gaussian: Int8(clamping: Int(exactly: (random.normal() * 32).rounded()) ?? 0)
                case .uniform: Int8(random.integer(below: 255) - 127)
                case .extreme: random.integer(below: 4) == 0 ? -127 : 127
                }
            }
        }

        @Test(arguments: KernelTests.shapes, Weights.allCases)
        func `integer products are exact on every instruction set`(
            shape: (Int, Int, Int), kind: Weights
        ) {
            let (count, dimension, vectors) = shape
            let features = KernelTests.features(count, dimension, isBytes: true)
            var random = SeededRandom(seed: 8)
            let rows = (0..<vectors).map { _ in
                (0..<dimension).map { _ in max(-127, kind.draw(from: &random)) }
            }
            let mean = (0..<dimension).map { Float($0) / 3 }
            let exact = products(features, rows)
            var centres: Set<[Double]> = []
            KernelTests.onEveryCPU { cpu in
                let weights = IntegerWeights(vectors: vectors, dimension: dimension)
                let own = rows.enumerated().map { index, row in
                    weights.place(row.span, at: index, mean: mean.span)
                }
                centres.insert(own)
                for (row, product) in zip(rows, own) {
                    let exact = zip(row, mean).reduce(0.0) { $0 + Double($1.0) * Double($1.1) }
                    #expect(abs(product - exact) <= 1e-6)
                }
                let block = RowBlock(features, rows: Array(0..<count))
                var output: [Int32] = []
                for range in [0..<count / 2, count / 2..<count] {
                    var products = [Int32](repeating: 0, count: range.count * vectors)
                    var span = products.mutableSpan
                    block.integerProducts(of: range, weights, into: &span)
                    output += products
                }
                #expect(output == exact, "\(cpu)")
            }
            #expect(centres.count == 1)
        }

        private func products(_ features: Features, _ weights: [[Int8]]) -> [Int32] {
            (0..<features.count).flatMap { r in
                let row = features.row(r).map { Int32($0) }
                return weights.map { own in
                    var sum: Int32 = 0
                    for d in row.indices { sum += row[d] * Int32(own[d]) }
                    return sum
                }
            }
        }
    }
}
