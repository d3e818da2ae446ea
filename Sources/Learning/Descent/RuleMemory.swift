import Numeric

/// What a plan's rule remembers of each number that its steps move: its velocity, or Adam's running
/// mean of slopes, and the mean of squared slopes.
final class RuleMemory: Sendable {
    private let velocity: AlignedBuffer<Float>
    private let squares: AlignedBuffer<Float>

    /// Of so many numbers; none where the rule remembers nothing.
    init(_ plan: GradientDescent, count: Int) {
        let isAdam = plan.rule == .adam
        velocity = AlignedBuffer(repeating: 0, count: isAdam || plan.momentum != 0 ? count : 0)
        squares = AlignedBuffer(repeating: 0, count: isAdam ? count : 0)
    }

    /// Moves some of the numbers; several threads may, each those of its own.
    func move(
        _ range: Range<Int>, of values: DisjointWrites<Float>, along gradient: Span<Float>,
        _ rule: StepRule
    ) {
        let none = 0..<0
        values.withSlice(range) { values in
            velocity.writes.withSlice(velocity.count > 0 ? range : none) { velocity in
                switch rule {
                case .sgd(let step): step.apply(gradient, to: &values, velocity: &velocity)
                case .adam(let step):
                    squares.writes.withSlice(range) {
                        step.apply(gradient, to: &values, mean: &velocity, square: &$0)
                    }
                }
            }
        }
    }

    /// Moves all of the numbers, on all threads.
    func move(_ values: inout [Float], along gradient: [Float], _ rule: StepRule) {
        precondition(gradient.count == values.count)
        let size = 4096
        unsafe values.withUnsafeMutableBufferPointer { buffer in
            let values = unsafe DisjointWrites(buffer)
            Parallel.forEach((gradient.count + size - 1) / size) { [self] piece in
                let range = piece * size..<min(gradient.count, (piece + 1) * size)
                move(range, of: values, along: gradient.span.extracting(range), rule)
            }
        }
    }
}
