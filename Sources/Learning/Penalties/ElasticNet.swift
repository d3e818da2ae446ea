/// R(W) = Σ (βW² + |W|) (CS231n, lecture 3).
package struct ElasticNet: Penalty {
    package static let name = "elastic"
    package static let summary = "both: β times the squared and the absolute weights"
    package static let hyperparameters = [
        Hyperparameter("beta", default: 0.5, "β, the weight of the squares")
    ]
    package let quadratic: Double
    package let absolute = 1.0

    package init(beta: Double = 0.5) { quadratic = beta }
    package init(_ values: [String: Double]) { self.init(beta: values["beta"] ?? 0.5) }

    package var formula: String { "Σ (\(quadratic) W² + |W|)" }
}
