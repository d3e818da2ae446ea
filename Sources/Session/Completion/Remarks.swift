package import Syntax

/// What is said of a line before it is entered.
package enum Remarks {
    private static let limit = 2

    /// The meaning of what is at the cursor, and the mistakes that `--check` would name; not those that
    /// typing on may mend. `before` is the text up to the cursor.
    package static func lines(for text: String, before: String, in session: Session) -> [String] {
        let signature = Signature.text(for: before, in: session).map { [$0] } ?? []
        let habit = habit(in: Parser.parse(Source(name: "", text: text))).map { [$0] } ?? []
        return signature + habit + openings(in: text, cursor: before.utf8.count)
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

    /// In a block: which line the bracket at the cursor belongs to, and on an empty last line, what is open still.
    private static func openings(in text: String, cursor: Int) -> [String] {
        guard text.contains("\n") else { return [] }
        let source = Source(name: "", text: text)
        let pairs = Parser.annotated(source).marks.pairs
        func place(_ range: SourceRange) -> (line: Int, text: String) {
            let line = source.location(of: range.lower).line
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            let shown = lines[line - 1].drop { $0 == " " }
            return (line, Completion.clipped(String(shown)))
        }
        let closing = pairs.last {
            $0.close.map { $0.lower == cursor || $0.upper == cursor } ?? false
        }
        if let closing, let close = closing.close, place(closing.open).line < place(close).line {
            let (line, begun) = place(closing.open)
            return ["\(source.text(in: close)) closes line \(line): \(begun)"]
        }
        let last = text.split(separator: "\n", omittingEmptySubsequences: false).last ?? ""
        guard cursor == text.utf8.count, last.allSatisfy({ $0 == " " }),
            let open = pairs.last(where: { $0.close == nil })?.open
        else { return [] }
        let (line, begun) = place(open)
        return ["\(source.text(in: open)) of line \(line) is not closed: \(begun)"]
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
