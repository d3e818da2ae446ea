import Datasets
import Learning
import Numeric

/// What the numbers of a cell rest on besides the weights.
package enum Ingredient: String, CaseIterable, Sendable {
    case data, preprocess, loss, reg
}

/// The ingredients as they were at one time, each as a text that is equal when they are.
typealias Basis = [Ingredient: String]

extension SessionState {
    /// The data, its split and its preprocessing, as a text that is equal when they are.
    package var examplesBasis: String {
        [.data, .preprocess].compactMap { basis[$0] }.joined(separator: " ")
    }

    /// The data and their split alone.
    var dataBasis: String { basis[.data] ?? "" }

    var basis: Basis {
        [
            .data: data.map { "\($0.origin) \($0.splitDigest)" } ?? "",
            .preprocess: data.map { "\($0.preprocessing) \($0.fitted.basis)" } ?? "",
            .loss: "\(objective.loss)"
                + (objective.classWeights.map { " \($0.argument) \($0.values)" } ?? ""),
            .reg: "\(objective.penalty) \(objective.strength) \(objective.regularizesBias)",
        ]
    }
}

extension Command {
    package static func ingredients(of call: Invocation) -> Set<Ingredient> {
        switch group {
        case .data, .model: call.keyword == nil ? [.data] : []
        case .objective: call.keyword == nil ? Set(Ingredient.allCases) : []
        case .optimization, .evaluation, .pictures: Set(Ingredient.allCases)
        case .session: []
        }
    }
}
