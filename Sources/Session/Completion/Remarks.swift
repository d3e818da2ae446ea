package import Syntax

/// What is said of a line before it is entered.
package enum Remarks {
    private static let limit = 2

    /// The meaning of what is at the cursor, and the mistakes that `--check` would name; not those that
    /// typing on may mend. `before` is the text up to the cursor.
    package static func lines(for text: String, before: String, in session: Session) -> [String] {
        let signature = Signature.text(for: before, in: session).map { [$0] } ?? []
        let habit = habit(in: Parser.parse(Source(name: "", text: text))).map { [$0] } ?? []
        return signature + habit
            + mistakes(in: text, isTyped: before.utf8.count == text.utf8.count, session)
    }

    /// What is said where somebody sets by a variable, as notebooks do, what a command sets here.
    package static func habit(in script: Script) -> String? {
        guard case .assignment(let name, _)? = script.statements.last?.kind,
            let statement = OtherNames.statements[name.text.lowercased()],
            Commands.named(name.text) == nil
        else { return nil }
        return "\(name.text) is a variable here and sets nothing else; \(statement) does"
    }

    private static func mistakes(in text: String, isTyped: Bool, _ session: Session) -> [String] {
        let source = Source(name: "", text: text)
        let known =
            Set(session.frontEnd.lineWords.keys)
            .union(session.state.variables.nameSet).union(session.state.definitions.nameSet)
        let found = Checker.check(source, known: known).filter { $0.severity == .error }
        guard !found.isEmpty else { return [] }
        let (script, marks) = Parser.annotated(source)
        let opened = Set(marks.pairs.filter { $0.close == nil }.map(\.open))
        let offer = Completion.candidates(for: text, in: session)
        let word = source.text(in: SourceRange(offer.start, text.utf8.count))
        let mayGoOn = word.isEmpty || offer.candidates.contains { $0.text.hasPrefix(word) }
        return found.filter { mistake in
            guard isTyped else { return true }
            if opened.contains(mistake.range) { return false }
            let reachesEnd = mistake.range.upper >= text.utf8.count
            return !reachesEnd
                || !(mayGoOn || script.isIncomplete || mistake.range.lower >= text.utf8.count)
        }.prefix(limit).map { mistake in
            let line = mistake.source.location(of: mistake.range.lower).line
            return "error: " + (text.contains("\n") ? "line \(line): " : "") + mistake.message
                + (mistake.hint.map { " (\($0))" } ?? "")
        }
    }
}
