import Syntax

/// What help has on the word at a place of a text, for F1.
package enum WordHelp {
    /// - Parameters:
    ///   - place: in bytes.
    ///   - text: what is on the line.
    ///   - session: where it will run.
    /// - Returns: the page of a command, a function or a topic, the line of an option, or what a search for
    ///   the word finds; nil where there is no word, or nothing on it.
    package static func text(at place: Int, of text: String, in session: Session) -> String? {
        let source = Source(name: "", text: text)
        let parts = Parser.annotated(source).marks.parts
        guard
            let part = parts.last(where: { $0.range.lower <= place && place <= $0.range.upper })
                ?? parts.last(where: { $0.range.upper <= place })
        else { return nil }
        let word = source.text(in: part.range).drop { $0 == "$" }
        if part.kind == .option {
            let before = source.text(in: SourceRange(0, part.range.upper)) + "="
            if let line = Signature.text(for: before, in: session) { return "  " + line }
        }
        return page(on: String(word), in: session)
    }

    private static func page(on word: String, in session: Session) -> String? {
        if let command = Commands.named(word) { return Reference.text(command, command.forms) }
        if let text = session.frontEnd.topics[word] ?? HelpTopics.text(word) { return text }
        if let function = Functions.named(word) { return HelpTopics.functions([function]) }
        let found = HelpSearch.entries(for: word, in: session)
        return found.isEmpty ? nil : HelpSearch.text(found)
    }
}
