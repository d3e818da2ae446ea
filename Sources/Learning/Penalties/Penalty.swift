package import Declarations

/// A regularization penalty R(W) = Σ (quadratic·W² + absolute·|W|). All penalties of the lecture
/// have this form, and the two factors give the gradient and the proximal step.
package protocol Penalty: Sendable {
    /// What `reg NAME` calls it.
    static var name: String { get }
    static var summary: String { get }
    /// What other programs call it; `reg ALIAS` suggests the name.
    static var aliases: [String] { get }
    /// Whether there is a λ to choose; without a strength λ is 0.
    static var takesStrength: Bool { get }
    static var hyperparameters: [any AnyParameter] { get }

    init(_ values: ParameterValues)
    /// The values of the hyperparameters that `init` takes.
    var settings: ParameterValues { get }

    /// R(W) in the lecture's signs: `Σ W²`.
    var formula: String { get }
    var quadratic: Double { get }
    var absolute: Double { get }
}

extension Penalty {
    package static var aliases: [String] { [] }
    package static var takesStrength: Bool { true }
    package static var hyperparameters: [any AnyParameter] { [] }
    package var settings: ParameterValues { ParameterValues() }

    /// R of a list of weights, summed in order in double precision.
    package func value(_ weights: [Float]) -> Double {
        guard quadratic != 0 || absolute != 0 else { return 0 }
        var sums = WeightSums()
        for weight in weights { sums.add(weight) }
        return value(sums)
    }

    /// R of the weights that were added.
    func value(_ sums: WeightSums) -> Double {
        quadratic * sums.squares + absolute * sums.sizes
    }

    /// dR/dw; the sub-gradient of |w| at 0 is 0.
    package func slope(_ weight: Double) -> Double {
        2 * quadratic * weight + (weight > 0 ? absolute : weight < 0 ? -absolute : 0)
    }
}

/// Σ w² and Σ |w|, added in order in double precision.
struct WeightSums {
    private(set) var squares = 0.0
    private(set) var sizes = 0.0

    mutating func add(_ weight: Float) {
        let weight = Double(weight)
        squares += weight * weight
        sizes += abs(weight)
    }
}
