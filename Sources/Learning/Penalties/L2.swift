package import Declarations

/// R(W) = Σ W² (CS231n, lecture 3): prefers many small weights.
package struct L2: Penalty {
    package static let name = "l2"
    package static let summary = "squared weights: prefers many small ones"
    package static let aliases = ["ridge"]
    package let formula = "Σ W²"
    package let quadratic = 1.0
    package let absolute = 0.0

    package init() {}
    package init(_ values: ParameterValues) {}
}
