package import Declarations

/// No regularization.
package struct NoPenalty: Penalty {
    package static let name = "none"
    package static let summary = "no regularization"
    package static let aliases = ["off"]
    package static let takesStrength = false
    package let formula = "0"
    package let quadratic = 0.0
    package let absolute = 0.0

    package init() {}
    package init(_ values: ParameterValues) {}
}
