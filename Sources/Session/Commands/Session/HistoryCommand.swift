import Declarations
import Notebook
import TerminalText

/// `history [PATTERN]`
package enum HistoryCommand: Command {
    package static let name = "history"
    package static let group = CommandGroup.session
    package static let showsStatements = true
    package static let summary = "list what was entered, in earlier sessions too"
    package static let discussion = """
        Ctrl-R searches the history while you type. A line that begins with a space is not kept.
        """
    package static let examples = [
        Example("history", "the last 50 entries", result: "  load iris"),
        Example(
            "history sgd", "entries that contain sgd", setup: "load iris\nsgd epochs=1",
            result: "  sgd epochs=1"),
    ]

    private static let pattern = Parameter.optionalText(
        "pattern", .text, positional: true,
        "only entries that contain this text, in upper or lower case")
    private static let count = Parameter.count("n", default: 50, "how many entries at most")

    package static let forms = [Form(nil, "", [pattern, count])]

    package static func run(_ call: Invocation, in session: Session) throws(Failure) -> Outcome {
        let entries = session.frontEnd.history?() ?? session.cells.finished.map(\.source)
        let pattern = call[pattern]?.lowercased()
        let found = entries.filter { pattern.map($0.lowercased().contains) ?? true }
        guard !found.isEmpty else {
            let what = call[Self.pattern].map { "no entry contains '\($0)'" }
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
