package import Declarations

/// Every update rule, in the order of help.
package enum Optimizers {
    package static let all: [any Optimizer.Type] = [SGD.self, Adam.self]

    /// The hyperparameters of all rules; rules that share a name share the parameter.
    package static var hyperparameters: [any AnyParameter] {
        all.flatMap { $0.hyperparameters }.reduce(into: []) { parameters, parameter in
            if !parameters.contains(where: { $0.name == parameter.name }) {
                parameters.append(parameter)
            }
        }
    }
}
