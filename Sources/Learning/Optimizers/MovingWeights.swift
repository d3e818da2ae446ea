import Numeric

/// Numbers that steps move, and what the plan's rule remembers of each: its velocity, or Adam's
/// running mean of slopes, and the mean of squared slopes.
final class MovingWeights: Sendable {
    let values: AlignedBuffer<Float>
    private let velocity: AlignedBuffer<Float>
    private let squares: AlignedBuffer<Float>

    init(_ start: [Float], _ plan: GradientDescent) {
        let isAdam = plan.rule == .adam
        values = AlignedBuffer(start)
        velocity = AlignedBuffer(
            repeating: 0, count: isAdam || plan.momentum != 0 ? start.count : 0)
        squares = AlignedBuffer(repeating: 0, count: isAdam ? start.count : 0)
    }

    /// Moves some of them; several threads may, each those of its own.
    func move(_ range: Range<Int>, along gradient: Span<Float>, _ rule: StepRule) {
        let none = 0..<0
        values.writes.withSlice(range) { values in
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

    /// Copies them into as many places.
    func read(into copy: inout [Float]) {
        let values = values.writes
        for i in copy.indices { copy[i] = values[i] }
    }
}
