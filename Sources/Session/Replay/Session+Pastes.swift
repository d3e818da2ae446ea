package import Syntax

extension Session {
    /// The code of notes as it is run, and a summary of what was mended in it.
    package func mended(_ code: Source) -> (source: Source, summary: String?) {
        let result = normalizer.normalize(code: code.text)
        return (Source(name: code.name, text: result.text), result.summary)
    }

    /// Makes statements of copied text; it knows the definitions of this session.
    package var normalizer: Normalizer {
        let definitions = Set(state.definitions.keys)
        return Normalizer(
            isCommand: { Commands.named($0) != nil || definitions.contains($0) },
            accepts: { line in
                let diagnostics = Checker.check(
                    Source(name: "", text: line), isExcerpt: true)
                return diagnostics.allSatisfy { $0.severity != .error }
            })
    }
}
