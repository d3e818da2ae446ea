package import Declarations
package import Numeric

/// An update rule: what a step of descent makes of the gradient.
///
/// It knows nothing of losses, features or minibatches.
package protocol Optimizer: Sendable {
    /// What `sgd optimizer=NAME` calls it.
    static var name: String { get }
    /// What it steps along, in a few words that `sgd`'s help lists after each other.
    static var summary: String { get }
    static var hyperparameters: [any AnyParameter] { get }
    /// The learning rate when the user gives none; nil for the suggestion of `StepSize`.
    static var learningRate: Double? { get }

    init(_ values: ParameterValues)

    /// How many numbers it remembers of each weight, all of them 0 before the first step.
    var memories: Int { get }
    /// Whether a step is the gradient times the learning rate, which depends on no step before it.
    var isPlain: Bool { get }

    /// Moves weights by one step. `memory` holds the lists of what is remembered of these weights.
    func move(
        _ weights: inout MutableSpan<Float>, along gradient: Span<Float>, _ step: OptimizerStep,
        memory: OptimizerMemory.Part)

    /// The same along the gradient that sums make; the weights are folded then.
    func move(
        _ weights: inout MutableSpan<Float>, along row: FoldedRow, _ step: OptimizerStep,
        memory: OptimizerMemory.Part)
}

extension Optimizer {
    package static var hyperparameters: [any AnyParameter] { [] }
    package static var learningRate: Double? { nil }
    package var isPlain: Bool { false }

    package func move(
        _ weights: inout MutableSpan<Float>, along row: FoldedRow, _ step: OptimizerStep,
        memory: OptimizerMemory.Part
    ) {
        row.unfold { move(&weights, along: $0, step, memory: memory) }
        row.fold(weights.span)
    }
}
