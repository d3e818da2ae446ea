import Numeric

/// What a pass makes of the scores of rows that stand one after the other.
protocol RowWork: Sendable {
    /// Sums over rows of scores, n×C; `position` is the place of the first of them in the pass.
    func values(_ scores: Span<Float>, labels: Span<Int32>, at position: Int) -> Pass.Sums
    /// The same; the scores become what the rows of features are multiplied with for the gradient.
    func differentiate(
        _ scores: inout MutableSpan<Float>, labels: Span<Int32>, at position: Int
    ) -> Pass.Sums
}

/// A loss and its slopes, wherever the rows stand.
struct LossWork: RowWork {
    let loss: any ScoreLoss

    func values(_ scores: Span<Float>, labels: Span<Int32>, at position: Int) -> Pass.Sums {
        loss.values(scores, labels: labels)
    }

    func differentiate(
        _ scores: inout MutableSpan<Float>, labels: Span<Int32>, at position: Int
    ) -> Pass.Sums {
        loss.differentiate(&scores, labels: labels)
    }
}
