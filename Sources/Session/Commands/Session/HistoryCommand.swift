import Declarations
import Notebook
import TerminalText

/// `history [PATTERN]`
package enum HistoryCommand: Command {
    package static let name = "history"
    package static let group = CommandGroup.session
    package static let showsStatements = true
    package static let summary = "list what was entered, in earlier sessions too, when and where"
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

    /// Entries below the day and the folder that they were entered in, with the time before each.
    private static func text(of entries: [EnteredText]) -> String {
        let margin = entries.contains { $0.origin != nil } ? "         " : "  "
        var heading: String?
        var lines: [String] = []
        for entry in entries {
            if let origin = entry.origin, origin.heading != heading {
                heading = origin.heading
                lines.append("  " + TerminalText.clean(origin.heading))
            }
            let first = entry.origin.map { "  \($0.clock)  " } ?? margin
            let rows = entry.text.split(separator: "\n", omittingEmptySubsequences: false)
            lines += rows.enumerated().map { ($0.offset == 0 ? first : margin) + $0.element }
        }
        return lines.joined(separator: "\n")
    }

    package static func run(_ call: Invocation, in session: Session) throws(Failure) -> Outcome {
        let entries =
            session.frontEnd.history?() ?? session.cells.finished.map { EnteredText($0.source) }
        let pattern = call[pattern]?.lowercased()
        let found = entries.filter { pattern.map($0.text.lowercased().contains) ?? true }
        guard !found.isEmpty else {
            let what = call[Self.pattern].map { "no entry contains '\($0)'" }
            return Outcome(
                "  " + TerminalText.clean(what ?? "nothing has been entered yet"),
                record: ["entries": .list([])])
        }
        let shown = found.suffix(call[count])
        return Outcome(
            text(of: Array(shown)),
            record: ["entries": .list(shown.map { .string($0.text) })])
    }
}
