import Learning

/// The hyperparameters of losses and penalties as a command's parameters.
enum Hyperparameters {
    static func parameters(_ list: [Hyperparameter]) -> [any AnyParameter] {
        list.map { item -> any AnyParameter in
            item.isFlag
                ? Parameter.flag(item.name, item.summary)
                : Parameter.number(
                    item.name, default: item.defaultValue, .notNegative, item.summary)
        }
    }

    static func values(_ list: [Hyperparameter], of call: Invocation) -> [String: Double] {
        var values: [String: Double] = [:]
        for item in list {
            values[item.name] =
                item.isFlag
                ? (call[Parameter.flag(item.name, item.summary)] ? 1 : 0)
                : call[Parameter.number(item.name, default: item.defaultValue, .any, item.summary)]
        }
        return values
    }
}
