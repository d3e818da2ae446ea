package import Declarations

/// A regularization penalty R(W) = Σ (quadratic·W² + absolute·|W|): all of the lecture's are of
/// this form, and it says at once what the gradient and the proximal step are.
package protocol Penalty: Sendable {
    /// What `reg NAME` calls it.
    static var name: String { get }
    static var summary: String { get }
    static var hyperparameters: [any AnyParameter] { get }

    init(_ values: ParameterValues)

    /// R(W) in the lecture's signs: `Σ W²`.
    var formula: String { get }
    var quadratic: Double { get }
    var absolute: Double { get }
}

extension Penalty {
    package static var hyperparameters: [any AnyParameter] { [] }

    /// R of some weights, summed in order in double precision.
    package func value(_ weights: [Float]) -> Double {
        guard quadratic != 0 || absolute != 0 else { return 0 }
        var squares = 0.0
        var sizes = 0.0
        for weight in weights {
            let weight = Double(weight)
            squares += weight * weight
            sizes += abs(weight)
        }
        return quadratic * squares + absolute * sizes
    }

    /// dR/dw; the sub-gradient of |w| at 0 is 0.
    package func slope(_ weight: Double) -> Double {
        2 * quadratic * weight + (weight > 0 ? absolute : weight < 0 ? -absolute : 0)
    }
}
