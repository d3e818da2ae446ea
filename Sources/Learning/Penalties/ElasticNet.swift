package import Declarations

/// R(W) = Σ (βW² + |W|) (CS231n, lecture 3).
package struct ElasticNet: Penalty {
    package static let name = "elastic"
    package static let summary = "both: β times the squared and the absolute weights"
    package static let aliases = ["elasticnet", "elastic-net"]
    private static let beta = Parameter.number(
        "beta", default: 0.5, .notNegative, "β, the weight of the squares")
    package static let hyperparameters: [any AnyParameter] = [beta]

    package let quadratic: Double
    package let absolute = 1.0

    package init(beta: Double = beta.fallback) { quadratic = beta }
    package init(_ values: ParameterValues) { self.init(beta: values[Self.beta]) }

    package var settings: ParameterValues {
        var values = ParameterValues()
        values[Self.beta] = quadratic
        return values
    }

    package var formula: String { "Σ (\(quadratic) W² + |W|)" }
}
