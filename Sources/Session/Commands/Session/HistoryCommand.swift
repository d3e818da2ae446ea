import Declarations
import Notebook
import TerminalText

/// `history [PATTERN]`
package enum HistoryCommand: Command {
    package static let name = "history"
    package static let group = CommandGroup.session
    package static let summary = "what was entered, in earlier sessions too"
    package static let discussion = """
        Ctrl-R searches it while you type. A line that begins with a space is not kept.
        """
    package static let examples = [
        Example("history", "the last entries"),
        Example("history sgd", "those with this text in them"),
    ]

    private static let pattern = Parameter.optionalText(
        "pattern", .text, positional: true, "what the entry has in it, in any case")
    private static let count = Parameter.count("n", default: 50, "how many of the last ones")

    package static let forms = [Form(nil, "", [pattern, count])]

    package static func run(_ call: Invocation, in session: Session) throws(Failure) -> Outcome {
        let entries = session.history?() ?? session.cells.map(\.source)
        let pattern = call[pattern]?.lowercased()
        let found = entries.filter { pattern.map($0.lowercased().contains) ?? true }
        guard !found.isEmpty else {
            let what = call[Self.pattern].map { "no entry has '\($0)' in it" }
            return Outcome(
                "  " + TerminalText.clean(what ?? "nothing has been entered yet"),
                record: ["entries": .list([])])
        }
        let shown = found.suffix(call[count])
        let text = shown.map { entry in
            entry.split(separator: "\n", omittingEmptySubsequences: false)
                .map { "  " + $0 }.joined(separator: "\n")
        }
        return Outcome(
            text.joined(separator: "\n"), record: ["entries": .list(shown.map(Value.string))])
    }
}
