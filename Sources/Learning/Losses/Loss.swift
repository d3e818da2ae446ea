package import Declarations

/// A loss that can be chosen: Lᵢ of one example from its C scores and its label.
///
/// It knows nothing of features, weights or optimizers.
package protocol Loss: ScoreLoss {
    /// What `loss NAME` calls it.
    static var name: String { get }
    static var summary: String { get }
    static var formula: String { get }
    /// What other programs call it; `loss ALIAS` suggests the name.
    static var aliases: [String] { get }
    static var hyperparameters: [any AnyParameter] { get }
    /// How `explain` shows the terms.
    static var termColumn: TermColumn { get }

    init(_ values: ParameterValues)
    /// The values of the hyperparameters that `init` takes.
    var settings: ParameterValues { get }

    /// The formula with this loss's own numbers.
    var formula: String { get }
    /// Lᵢ when all scores are 0: what a fresh start should give.
    func valueAtZero(classes: Int) -> Double

    /// The number that the loss computes for each class, as `explain` shows it.
    func terms(_ scores: [Double], label: Int) -> [Double]
    /// The arithmetic of Lᵢ without its result, such as `−log 0.13`; `text` writes a number.
    func arithmetic(_ scores: [Double], label: Int, text: (Double) -> String) -> String

    /// The loss as solvers take it, with its curvature and its conjugate, times the weight of each class where
    /// there are any; nil where it has no such form.
    func curved(weights: [Double]) -> (any CurvedLoss)?

    /// What `change` needs of an example: C numbers that are computed from its scores once.
    func state(_ scores: [Double], label: Int) -> [Double]
    /// Σᵢ Lᵢ(s_c + h·xᵢ) − Lᵢ(s_c − h·xᵢ), where |h·x| is at most ¼: the numeric gradient by one
    /// weight of class c, whose feature is xᵢ in example i.
    func change(_ states: LossStates, class c: Int, x: Span<Double>, h: Double) -> Double
}

extension Loss {
    package static var aliases: [String] { [] }
    package static var hyperparameters: [any AnyParameter] { [] }
    package var settings: ParameterValues { ParameterValues() }
    package func curved(weights: [Double]) -> (any CurvedLoss)? { nil }
}
