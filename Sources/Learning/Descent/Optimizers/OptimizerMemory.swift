import Numeric

/// What an optimizer remembers of each number that its steps move, such as its velocity.
package final class OptimizerMemory: Sendable {
    private let optimizer: any Optimizer
    private let lists: [AlignedBuffer<Float>]

    /// Memory of `count` numbers.
    init(_ optimizer: any Optimizer, count: Int) {
        self.optimizer = optimizer
        lists = (0..<optimizer.memories).map { _ in AlignedBuffer(repeating: 0, count: count) }
    }

    /// What is remembered of the numbers in a range.
    package struct Part {
        fileprivate let lists: [AlignedBuffer<Float>]
        fileprivate let range: Range<Int>

        /// Calls `body` with one list of the optimizer's, a number for each weight of the range.
        package func withList<Result>(
            _ index: Int, _ body: (inout MutableSpan<Float>) -> Result
        ) -> Result {
            lists[index].writes.withSlice(range, body)
        }
    }

    /// Moves the numbers in a range. Several threads may do so at a time, each with its own range.
    func move(
        _ range: Range<Int>, of values: DisjointWrites<Float>, along gradient: Span<Float>,
        _ step: OptimizerStep
    ) {
        values.withSlice(range) {
            optimizer.move(&$0, along: gradient, step, memory: Part(lists: lists, range: range))
        }
    }

    /// The same along the gradient that sums make; the numbers are weights, which are folded then.
    func move(
        _ range: Range<Int>, of values: DisjointWrites<Float>, along row: FoldedRow,
        _ step: OptimizerStep
    ) {
        values.withSlice(range) {
            optimizer.move(&$0, along: row, step, memory: Part(lists: lists, range: range))
        }
    }

    /// Moves all numbers, on all threads.
    func move(_ values: inout [Float], along gradient: [Float], _ step: OptimizerStep) {
        precondition(gradient.count == values.count)
        let size = 4096
        values.withDisjointWrites { values in
            Parallel.forEach((gradient.count + size - 1) / size) { [self] piece in
                let range = piece * size..<min(gradient.count, (piece + 1) * size)
                move(range, of: values, along: gradient.span.extracting(range), step)
            }
        }
    }
}
