import Numeric
import Testing

extension KernelTests {
    /// Scores and gradients of dense rows.
    @Suite struct Dense {
        @Test(arguments: KernelTests.shapes, [true, false])
        func
            `scores and gradients agree with the obvious loops, with the same bits on every instruction set`(
                shape: (Int, Int, Int), isBytes: Bool
            )
        {
            let (count, dimension, classes) = shape
            let features = KernelTests.features(count, dimension, isBytes: isBytes)
            let offset: Float = isBytes ? 100 : 0
            let weights = KernelTests.weights(classes, dimension)
            let factor = (0..<dimension).map { Float($0 % 7) / 4 }
            let bias = (0..<classes).map { Float($0) }
            let stride = RowBlock.stride(dimension)
            var reference: (scores: [Float], gradient: [Float])?
            KernelTests.onEveryCPU { cpu in
                let block = RowBlock(features, rows: Array(0..<count))
                var scores = [Float](repeating: 0, count: count * classes)
                var span = scores.mutableSpan
                let folded = FoldedWeights(classes: classes, dimension: dimension)
                folded.fold(weights, factor: factor, isSparse: false)
                block.scores(weights: folded, bias: bias.span, offset: offset, into: &span)
                var gradient = [Float](repeating: 0, count: classes * stride)
                unsafe gradient.withUnsafeMutableBufferPointer { buffer in
                    block.accumulateGradient(
                        slopes: scores.span, classes: classes, offset: offset,
                        columns: 0..<dimension,
                        into: GradientPlace(
                            0..<dimension, in: unsafe DisjointWrites(buffer), dimension: dimension))
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
    }
}
