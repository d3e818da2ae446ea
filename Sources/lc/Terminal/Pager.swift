import LineEditing
import Session
import Synchronization
import TerminalText

/// Shows what is taller than the window a screenful at a time, where someone sits in front of it.
///
/// Used from the main thread only, like the reader that it asks.
final class Pager: @unchecked Sendable {
    private let terminal: Terminal
    /// Who can be asked; nil outside a session.
    var reader: LineEditor?
    /// What is shown now is shown whole: somebody asked for it again.
    var isOff = false
    /// How long the reader has waited for answers, in seconds.
    private(set) var waited = 0.0

    init(_ terminal: Terminal) { self.terminal = terminal }

    /// Writes lines, a newline behind each.
    func write(_ lines: [ShownText]) {
        let page = terminal.rows - 1
        guard let reader, terminal.canRewrite, !isOff, lines.count > page, page > 2,
            !reader.isTypedAhead
        else { return show(lines[...]) }
        var shown = page
        show(lines.prefix(page))
        while shown < lines.count {
            let left = lines.count - shown
            let begin = ContinuousClock.now
            let choice = reader.askForMore(
                "  \(left) more line\(left == 1 ? "" : "s"): Space a page, Enter a line, q no more")
            waited += (ContinuousClock.now - begin).seconds
            let count =
                switch choice {
                case .page: min(left, terminal.rows - 1)
                case .line: 1
                case .quit: 0
                }
            guard count > 0 else {
                terminal.write(
                    "\(terminal.dim("  \(left) lines not shown; last shows all of it"))\n")
                Interrupt.reset()
                return
            }
            show(lines[shown..<shown + count])
            shown += count
        }
    }

    private func show(_ lines: ArraySlice<ShownText>) {
        terminal.write(lines.map { $0 + "\n" }.joined())
    }
}
