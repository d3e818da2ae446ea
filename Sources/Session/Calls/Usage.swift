import Declarations

/// A command's call as help shows it, made from its declaration.
package enum Usage {
    /// `loss svm [margin=1] [squared]`
    package static func line(_ command: any Command.Type, _ form: Form) -> String {
        ([command.name, form.keyword].compactMap(\.self) + form.parameters.map(term))
            .joined(separator: " ")
    }

    /// A call as it would be typed, in the order of the declarations; what was left out and assumed is
    /// written out where `assumed` has it.
    package static func call(
        _ command: any Command.Type, _ call: Invocation, assuming assumed: [String: String] = [:]
    ) -> String {
        let words = call.form.parameters.compactMap { parameter -> String? in
            guard let text = call.text(of: parameter.name) ?? assumed[parameter.name] else {
                return nil
            }
            return parameter.isPositional ? text : "\(parameter.name)=\(text)"
        }
        return ([command.name, call.keyword].compactMap(\.self) + words).joined(separator: " ")
    }

    private static func term(_ parameter: any AnyParameter) -> String {
        if case .rest = parameter.kind { return "[\(parameter.name) …]" }
        if parameter.kind.isBlock { return parameter.isRequired ? "{ … }" : "[{ … }]" }
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
