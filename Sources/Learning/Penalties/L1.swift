package import Declarations

/// R(W) = Σ |W| (CS231n, lecture 3): prefers few weights and makes the others exactly zero.
package struct L1: Penalty {
    package static let name = "l1"
    package static let summary = "absolute weights: prefers few, the others exactly zero"
    package static let aliases = ["lasso"]
    package let formula = "Σ |W|"
    package let quadratic = 0.0
    package let absolute = 1.0

    package init() {}
    package init(_ values: ParameterValues) {}
}
