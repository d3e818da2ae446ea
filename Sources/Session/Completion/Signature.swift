import Declarations
import Syntax

/// What the option or the argument at the cursor means.
package enum Signature {
    /// One line: its meaning, what it takes, its default, and the value that it had last time; nil where
    /// the cursor is at no parameter of a command.
    package static func text(for before: String, in session: Session) -> String? {
        let script = Parser.parse(Source(name: "", text: before))
        guard case .argument(let call, let key) = script.place.kind,
            let completion = CallCompletion(call, in: session)
        else { return nil }
        let word = script.source.text(in: script.place.range)
        let parameter: (any AnyParameter)? =
            if let key {
                completion.parameter(key.text)
            } else if word.isEmpty {
                nil
            } else {
                completion.parameter(word) ?? completion.unfilled.first { $0.isPositional }
            }
        guard let parameter else { return nil }
        if case .rest = parameter.kind { return nil }
        return text(parameter, last: session.lastCalls[completion.command.name])
    }

    private static func text(_ parameter: any AnyParameter, last: Invocation?) -> String {
        var text = "\(parameter.name): \(parameter.summary)"
        if case .choice = parameter.kind, parameter.summary.contains("one of") {
        } else {
            text += "; \(parameter.kind.expectation)"
        }
        if let value = parameter.defaultText, !value.isEmpty { text += " [\(value)]" }
        if let value = last?.text(of: parameter.name) {
            text += ", last time \(Completion.clipped(value))"
        }
        return text
    }
}
