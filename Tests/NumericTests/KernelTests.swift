import Files
import Numeric
import Testing

/// Serialized, since the instruction set is chosen for the whole process.
@Suite(.serialized) struct KernelTests {
    static let shapes: [(Int, Int, Int)] = [
        (1, 1, 2), (3, 7, 2), (5, 15, 3), (4, 16, 5), (9, 17, 10), (8, 33, 11), (13, 64, 7),
        (6, 100, 31), (5, 3073, 10), (130, 321, 3), (67, 600, 12), (2, 40, 1000), (0, 5, 3),
        (33, 700, 6), (11, 6500, 4),
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

    /// C×D.
    private func weights(_ classes: Int, _ dimension: Int) -> Matrix {
        var random = SeededRandom(seed: 3)
        return Matrix(
            rows: classes, columns: dimension,
            elements: (0..<classes * dimension).map { _ in Float(random.normal()) })
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
        let factor = (0..<dimension).map { Float($0 % 7) / 4 }
        let bias = (0..<classes).map { Float($0) }
        let stride = RowBlock.stride(dimension)
        var reference: (scores: [Float], gradient: [Float])?
        defer { _ = CPU.select(nil) }
        for cpu in CPU.available {
            #expect(CPU.select(cpu))
            let block = RowBlock(features, rows: Array(0..<count))
            var scores = [Float](repeating: 0, count: count * classes)
            var span = scores.mutableSpan
            let folded = FoldedWeights(classes: classes, dimension: dimension)
            folded.fold(weights, factor: factor, isSparse: false)
            block.scores(weights: folded, bias: bias.span, offset: offset, into: &span)
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
                    features, weights, factor, bias, scores, gradient, offset: offset)
            }
        }
    }

    private func expectClose(
        _ features: Features, _ weights: Matrix, _ factor: [Float], _ bias: [Float],
        _ scores: [Float], _ gradient: [Float], offset: Float
    ) {
        let classes = bias.count
        let stride = RowBlock.stride(features.dimension)
        let rows = (0..<features.count).map { features.row($0).map { Double($0 - offset) } }
        for (r, row) in rows.enumerated() {
            for c in 0..<classes {
                var sum = Double(bias[c])
                var size = abs(sum)
                for (d, x) in row.enumerated() {
                    let weight = Double(weights[c, d]) * Double(factor[d])
                    sum += x * weight
                    size += abs(x * weight)
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

    @Test(arguments: shapes, [true, false])
    func
        `the parts of scores that grains of columns make add up to them, with the same bits however columns are shared out`(
            shape: (Int, Int, Int), isBytes: Bool
        )
    {
        let (count, dimension, classes) = shape
        let offset: Float = isBytes ? 100 : 0
        let factor = [Float](repeating: 0.5, count: dimension)
        let block = RowBlock(
            features(count, dimension, isBytes: isBytes), rows: Array(0..<count))
        let weights = weights(classes, dimension)
        for grain in [16, 64, 528] {
            let grains = (dimension + grain - 1) / grain
            let apart = count * classes + 3
            var first: [Float]?
            defer { _ = CPU.select(nil) }
            for cpu in CPU.available {
                #expect(CPU.select(cpu))
                let folded = FoldedWeights(classes: classes, dimension: dimension)
                folded.fold(weights, factor: factor, isSparse: false)
                for pieces in [1, 2, 3] {
                    var parts = [Float](repeating: -1, count: grains * apart)
                    for piece in 0..<pieces {
                        let some = piece * grains / pieces..<(piece + 1) * grains / pieces
                        var all = parts.mutableSpan
                        all.withSlice(some.lowerBound * apart..<some.upperBound * apart) {
                            block.partialScores(
                                columns: some.lowerBound
                                    * grain..<min(dimension, some.upperBound * grain),
                                grain: grain, weights: folded, offset: offset, apart: apart,
                                into: &$0)
                        }
                    }
                    #expect(first ?? parts == parts, "\(cpu), \(pieces) pieces of \(grain)")
                    first = first ?? parts
                }
            }
            var whole = [Float](repeating: 0, count: count * classes)
            var span = whole.mutableSpan
            let folded = FoldedWeights(classes: classes, dimension: dimension)
            folded.fold(weights, factor: factor, isSparse: false)
            let bias = [Float](repeating: 0, count: classes)
            block.scores(weights: folded, bias: bias.span, offset: offset, into: &span)
            for (index, score) in whole.enumerated() {
                let sum = (0..<grains).reduce(Float(0)) {
                    $0 + (first?[$1 * apart + index] ?? .nan)
                }
                #expect(abs(sum - score) <= 1e-2 + 1e-4 * abs(score))
            }
            // Nothing is written between the parts.
            for part in 0..<grains {
                #expect(
                    first?[(part * apart + count * classes)..<(part + 1) * apart] == [-1, -1, -1])
            }
        }
    }

    @Test(arguments: shapes)
    func `slopes that are whole numbers give the bits that floats give, on every instruction set`(
        shape: (Int, Int, Int)
    ) {
        let (count, dimension, classes) = shape
        let features = features(count, dimension, isBytes: true)
        var random = SeededRandom(seed: 12)
        let slopes = (0..<count * classes).map { _ in Float(random.integer(below: 255) - 127) }
        let stride = RowBlock.stride(dimension)
        let start = (0..<classes * stride).map { Float($0 % 5) }
        defer { _ = CPU.select(nil) }
        for cpu in CPU.available {
            #expect(CPU.select(cpu))
            let packed = AlignedBuffer<Int8>(
                repeating: 1, count: RowBlock.packedCount(count) * classes)
            let isWhole = RowBlock.packSlopes(
                slopes.span, classes: classes, fromRow: 0, into: packed)
            #expect(isWhole)
            let results = [nil, packed].map { packed in
                var gradient = start
                unsafe gradient.withUnsafeMutableBufferPointer { buffer in
                    RowBlock(features, rows: Array(0..<count)).accumulateGradient(
                        slopes: slopes.span, packed: packed, classes: classes, offset: 121,
                        columns: 0..<dimension, into: unsafe DisjointWrites(buffer))
                }
                return gradient
            }
            #expect(results[0] == results[1], "\(cpu)")
            for c in 0..<classes {
                for d in 0..<dimension {
                    let exact = (0..<count).reduce(0) {
                        $0 + Int(slopes[$1 * classes + c]) * (Int(features.row($1)[d]) - 121)
                    }
                    #expect(results[0][c * stride + d] == start[c * stride + d] + Float(exact))
                }
                if dimension * count > 5000 { break }
            }
        }
    }

    @Test func `slopes that are no whole bytes are not packed`() {
        let packed = AlignedBuffer<Int8>(repeating: 0, count: 8)
        for slope in [0.5, 128, -128, .nan, .infinity, 1e9] as [Float] {
            let slopes = [1, 2, slope, 0]
            let isWhole = RowBlock.packSlopes(slopes.span, classes: 2, fromRow: 0, into: packed)
            #expect(!isWhole)
        }
    }

    @Test(arguments: shapes)
    func `integer products are exact on every instruction set`(shape: (Int, Int, Int)) {
        let (count, dimension, vectors) = shape
        let features = features(count, dimension, isBytes: true)
        var random = SeededRandom(seed: 8)
        let rows = (0..<vectors).map { _ in
            (0..<dimension).map { _ in Int8(random.integer(below: 255) - 127) }
        }
        let mean = (0..<dimension).map { Float($0) / 3 }
        let bytes = (0..<count).map { features.row($0).map { Int($0) } }
        defer { _ = CPU.select(nil) }
        var centres: Set<[Double]> = []
        for cpu in CPU.available {
            #expect(CPU.select(cpu))
            let weights = IntegerWeights(vectors: vectors, dimension: dimension)
            var products: [Double] = []
            for (index, row) in rows.enumerated() {
                products.append(weights.place(row.span, at: index, mean: mean.span))
            }
            centres.insert(products)
            for (row, product) in zip(rows, products) {
                let exact = zip(row, mean).reduce(0.0) { $0 + Double($1.0) * Double($1.1) }
                #expect(abs(product - exact) <= 1e-6)
            }
            var output: [Int32] = []
            let block = RowBlock(features, rows: Array(0..<count))
            for range in [0..<count / 2, count / 2..<count] {
                var products = [Int32](repeating: 0, count: range.count * vectors)
                var span = products.mutableSpan
                block.integerProducts(of: range, weights, into: &span)
                output += products
            }
            let exact = bytes.flatMap { row in
                rows.map { weights in zip(row, weights).reduce(0) { $0 + $1.0 * Int($1.1) } }
            }
            #expect(output.map { Int($0) } == exact, "\(cpu)")
        }
        #expect(centres.count == 1)
    }
}
