/// The weights of a run and a way to make its steps: the three ways differ in speed, not in the
/// steps.
protocol Descent {
    /// Whether steps leave work that is made up for when the weights are read, which then costs as
    /// much as many steps.
    var isLazy: Bool { get }

    /// Makes one step on the given rows, or on all examples when the plan has no minibatches, and
    /// returns the losses before the step. `next` are the rows of the following step, whose work
    /// may begin early; it is empty in the last step.
    ///
    /// - Returns: nil where the step was given up because the run is asked to stop; the weights are as
    ///   they were, and no further step is made.
    mutating func step(_ rows: [Int], then next: [Int], rate: Double) -> Pass.Sums?

    /// The present weights.
    mutating func classifier() -> LinearClassifier
}
