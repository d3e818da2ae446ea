import Numeric
import Testing

/// Serialized, since the instruction set is chosen for the whole process.
@Suite(.serialized) struct KernelTests {
    static let shapes: [(Int, Int, Int)] = [
        (1, 1, 2), (3, 7, 2), (5, 15, 3), (4, 16, 5), (9, 17, 10), (8, 33, 11), (13, 64, 7),
        (6, 100, 31), (5, 3073, 10),
    ]

    private func features(_ count: Int, _ dimension: Int, isBytes: Bool) -> Features {
        var random = SeededRandom(seed: UInt64(count * 7919 + dimension))
        if isBytes {
            let bytes = (0..<count * dimension).map { _ in UInt8(random.integer(below: 256)) }
            return .bytes(
                ByteRows(
                    segments: [
                        .init(
                            storage: ByteStorage(bytes: bytes), offset: 0, stride: dimension,
                            count: count)
                    ],
                    dimension: dimension))
        }
        let elements = (0..<count * dimension).map { _ in Float(random.normal()) }
        return .floats(FloatRows(Matrix(rows: count, columns: dimension, elements: elements)))
    }

    private func weights(_ classes: Int, _ dimension: Int) -> [Float] {
        var random = SeededRandom(seed: 3)
        let stride = RowBlock.stride(dimension)
        var weights = [Float](repeating: 0, count: classes * stride)
        for c in 0..<classes {
            for d in 0..<dimension { weights[c * stride + d] = Float(random.normal()) }
        }
        return weights
    }

    @Test(arguments: shapes, [true, false])
    func
        `scores and gradients agree with the obvious loops, with the same bits on every instruction set`(
            shape: (Int, Int, Int), isBytes: Bool
        )
    {
        let (count, dimension, classes) = shape
        let features = features(count, dimension, isBytes: isBytes)
        let offset: Float = isBytes ? 100 : 0
        let weights = weights(classes, dimension)
        let bias = (0..<classes).map { Float($0) }
        let stride = RowBlock.stride(dimension)
        var reference: (scores: [Float], gradient: [Float])?
        defer { _ = CPU.select(nil) }
        for cpu in CPU.available {
            #expect(CPU.select(cpu))
            let block = RowBlock(features, rows: Array(0..<count))
            var scores = [Float](repeating: 0, count: count * classes)
            var span = scores.mutableSpan
            block.scores(weights: weights.span, bias: bias.span, offset: offset, into: &span)
            var gradient = [Float](repeating: 0, count: classes * stride)
            unsafe gradient.withUnsafeMutableBufferPointer { buffer in
                block.accumulateGradient(
                    slopes: scores.span, classes: classes, offset: offset, columns: 0..<dimension,
                    into: unsafe DisjointWrites(buffer))
            }
            if let reference {
                #expect(reference.scores == scores, "\(cpu)")
                #expect(reference.gradient == gradient, "\(cpu)")
            } else {
                reference = (scores, gradient)
                expectClose(
                    features, weights, bias, scores, gradient, offset: offset, classes: classes)
            }
        }
    }

    private func expectClose(
        _ features: Features, _ weights: [Float], _ bias: [Float], _ scores: [Float],
        _ gradient: [Float],
        offset: Float, classes: Int
    ) {
        let stride = RowBlock.stride(features.dimension)
        let rows = (0..<features.count).map { features.row($0).map { Double($0 - offset) } }
        for (r, row) in rows.enumerated() {
            for c in 0..<classes {
                var sum = Double(bias[c])
                var size = abs(sum)
                for (d, x) in row.enumerated() {
                    sum += x * Double(weights[c * stride + d])
                    size += abs(x * Double(weights[c * stride + d]))
                }
                #expect(abs(Double(scores[r * classes + c]) - sum) <= 1e-6 * size)
            }
        }
        for c in 0..<classes {
            for d in 0..<features.dimension {
                var sum = 0.0
                var size = 0.0
                for (r, row) in rows.enumerated() {
                    sum += row[d] * Double(scores[r * classes + c])
                    size += abs(row[d] * Double(scores[r * classes + c]))
                }
                #expect(abs(Double(gradient[c * stride + d]) - sum) <= 1e-6 * size)
            }
        }
    }

    @Test(arguments: shapes)
    func `integer products are exact on every instruction set`(shape: (Int, Int, Int)) {
        let (count, dimension, vectors) = shape
        let features = features(count, dimension, isBytes: true)
        var random = SeededRandom(seed: 8)
        let stride = RowBlock.integerStride(dimension)
        var weights = [Int8](repeating: 0, count: vectors * stride)
        for v in 0..<vectors {
            for d in 0..<dimension {
                weights[v * stride + d] = Int8(random.integer(below: 255) - 127)
            }
        }
        defer { _ = CPU.select(nil) }
        for cpu in CPU.available {
            #expect(CPU.select(cpu))
            var products = [Int32](repeating: 0, count: count * vectors)
            var span = products.mutableSpan
            RowBlock(features, rows: Array(0..<count))
                .integerProducts(weights: weights.span, vectors: vectors, into: &span)
            for r in 0..<count {
                let row = features.row(r)
                for v in 0..<vectors {
                    let exact = (0..<dimension).reduce(0) {
                        $0 + Int(row[$1]) * Int(weights[v * stride + $1])
                    }
                    #expect(Int(products[r * vectors + v]) == exact, "\(cpu)")
                }
            }
        }
    }
}
