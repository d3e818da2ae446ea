/// A command's call as help shows it, made from its declaration.
package enum Usage {
    /// `loss svm [margin=1] [squared]`
    package static func line(_ command: any Command.Type, _ form: Form) -> String {
        ([command.name, form.keyword].compactMap(\.self) + form.parameters.map(term))
            .joined(separator: " ")
    }

    private static func term(_ parameter: any AnyParameter) -> String {
        if case .rest = parameter.kind { return "[\(parameter.name) …]" }
        if parameter.kind.isFlag, parameter.defaultText == "off" { return "[\(parameter.name)]" }
        let placeholder = parameter.name.uppercased()
        if parameter.isPositional {
            return parameter.isRequired ? placeholder : "[\(placeholder)]"
        }
        if case .choice(let names) = parameter.kind {
            return "[\(parameter.name)=\(names.joined(separator: "|"))]"
        }
        return "[\(parameter.name)=\(parameter.defaultText ?? "…")]"
    }
}
