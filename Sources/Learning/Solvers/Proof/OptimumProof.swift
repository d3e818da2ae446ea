/// How near a result is to the optimum of its objective.
package struct OptimumProof: Sendable, Equatable {
    /// The name of the solver, and why it was chosen.
    package let solver: String
    package let reason: String
    /// A number that no weights can come below; nil where none is proven.
    package let bound: Double?
    /// By how much the result can be above the optimum, with what rounding may add.
    package let gap: Double?
    /// Whether no weights have the least loss: these separate the classes, so that the loss falls to 0 without
    /// end as they grow.
    package let isBeyondReach: Bool
}
