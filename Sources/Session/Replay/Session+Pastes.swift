import Declarations
package import Syntax

extension Session {
    /// The code of notes as it is run, and a summary of what was mended in it.
    package func mended(_ code: Source) -> (source: Source, summary: String?) {
        let result = normalizer.normalize(code: code.text)
        return (Source(mended: result.text, of: code), result.summary)
    }

    /// Makes statements of copied text; it knows the definitions of this session.
    package var normalizer: Normalizer {
        let definitions = state.definitions.nameSet
        // The names are gathered where they are asked for: notes of many blocks ask for few of them.
        let variables = state.variables
        return Normalizer(
            Vocabulary(
                commands: Commands.words.union(definitions), risky: Commands.risky,
                listing: Commands.listing, options: Commands.options, outputs: Commands.outputs,
                check: { text, names, isExcerpt in
                    let known = isExcerpt ? names : names.union(variables.nameSet)
                    return Self.finding(
                        Source(name: "", text: text), known.union(definitions),
                        isExcerpt: isExcerpt)
                }))
    }

    /// The names that statements of this session may use.
    package var definedNames: Set<String> {
        state.definitions.nameSet.union(state.variables.nameSet)
    }

    private static func finding(_ source: Source, _ known: Set<String>, isExcerpt: Bool)
        -> Vocabulary.Finding
    {
        let errors = Checker.check(source, known: known, isExcerpt: isExcerpt)
            .filter { $0.severity == .error }
        guard let first = errors.first else { return .fine }
        if Parser.parse(source).isIncomplete { return .incomplete }
        return .problem(first.message, hasProposal: first.hint?.contains("did you mean") == true)
    }
}

/// What readers of copied text know of the commands.
extension Commands {
    static let words = Set(all.map { $0.name })
    static let risky = Set(all.filter { $0.isRisky }.map { $0.name })
    static let listing = Set(all.filter { $0.showsStatements }.map { $0.name })

    /// The names that may stand before `=`, and flags.
    static let options = Set(
        all.flatMap { $0.forms }.flatMap { $0.parameters }.filter { !$0.isPositional }.map {
            $0.name
        })

    static let outputs = KnownOutputs(
        reports: all.filter { !$0.showsStatements }.flatMap { $0.examples }.map { $0.result })
}
