import Declarations
import Learning

/// Everything on the lists of Learning, with default settings and with each setting changed.
enum Declared {
    static let losses: [any Loss] = Losses.all.flatMap { type in
        variants(of: type.hyperparameters).map { type.init($0) }
    }
    static let penalties: [any Penalty] = Penalties.all.flatMap { type in
        variants(of: type.hyperparameters).map { type.init($0) }
    }
    static let optimizers: [any Optimizer] = Optimizers.all.flatMap { type in
        variants(of: type.hyperparameters).map { type.init($0) }
    }

    /// The default values; then, for each parameter, a value that is not the default, on top of the
    /// changes before it.
    private static func variants(of parameters: [any AnyParameter]) -> [ParameterValues] {
        var variants = [ParameterValues()]
        for parameter in parameters {
            var values = variants[variants.count - 1]
            switch parameter.kind {
            case .flag: values[parameter.name] = parameter.defaultValue as? Bool != true
            case .number:
                values[parameter.name] = parameter.defaultValue as? Double == 0.5 ? 0.3 : 0.5
            default: continue
            }
            variants.append(values)
        }
        return variants
    }
}
