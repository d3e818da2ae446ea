import Numeric
import Testing

extension KernelTests {
    /// Scores that several ranges of columns make.
    @Suite struct ScoreParts {
        @Test(arguments: KernelTests.shapes, [true, false])
        func
            `the parts of scores that grains of columns make add up to them, with the same bits however columns are shared out`(
                shape: (Int, Int, Int), isBytes: Bool
            )
        {
            let (count, dimension, classes) = shape
            let offset: Float = isBytes ? 100 : 0
            let factor = [Float](repeating: 0.5, count: dimension)
            let block = RowBlock(
                KernelTests.features(count, dimension, isBytes: isBytes),
                rows: Array(0..<count))
            let weights = KernelTests.weights(classes, dimension)
            for grain in [16, 64, 528] {
                let grains = (dimension + grain - 1) / grain
                let apart = count * classes + 3
                var first: [Float]?
                KernelTests.onEveryCPU { cpu in
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
                        first?[(part * apart + count * classes)..<(part + 1) * apart] == [
                            -1, -1, -1,
                        ])
                }
            }
        }
    }
}
