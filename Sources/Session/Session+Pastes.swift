package import Syntax

extension Session {
    /// What makes statements of copied text, with this session's words.
    package var normalizer: Normalizer {
        let definitions = Set(state.definitions.keys)
        return Normalizer(
            isCommand: { Commands.named($0) != nil || definitions.contains($0) },
            accepts: { line in
                let diagnostics = Checker.check(Source(name: "", text: line))
                return diagnostics.allSatisfy { $0.severity != .error }
            })
    }
}
