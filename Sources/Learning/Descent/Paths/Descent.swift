/// The weights of a run and a way to make its steps: the three ways differ in speed, not in the steps.
protocol Descent {
    /// Whether the weights lag behind, so that reading them costs as much as many steps.
    var isLazy: Bool { get }

    /// Makes one step on the given rows, or on all examples where the plan has no minibatches; returns
    /// their losses before the step. `next` are the rows of the step after it, which may be begun
    /// with; empty when this step is the last.
    mutating func step(_ rows: [Int], then next: [Int], rate: Double) -> Pass.Sums

    /// The present weights.
    mutating func classifier() -> LinearClassifier
}
