import Platform
import TerminalText

/// What is said below the line when typing pauses: the meaning of the option at the cursor, mistakes.
extension LineEditor {
    /// In milliseconds.
    static let pauseBeforeRemarks = 400

    /// The next event; while the line waits for it, remarks appear.
    func nextEvent() -> InputEvent {
        guard configuration.remarks != nil, below.isEmpty,
            let event = input.next(within: Self.pauseBeforeRemarks)
        else { return showRemarks() }
        return event
    }

    /// F1: says what the word at the cursor is.
    func showHelp() {
        if let text = configuration.help(buffer.text, buffer.line.cursor) { showBelow(text) }
    }

    /// Shows a text below the line until the next key; of one taller than the window, its beginning.
    func showBelow(_ text: String) {
        let columns = screen.size.columns
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).flatMap {
            TerminalText.wrap(TerminalText.clean(String($0)), columns: max(8, columns - 1))
        }
        below = lines.prefix(completionLimit).map {
            LineDisplay.Row(text: LineLayout.prefix($0, columns: columns - 1))
        }
    }

    private func showRemarks() -> InputEvent {
        history.prepareSearch()
        let (text, cursor) = buffer.line
        if below.isEmpty, !text.isEmpty, let remarks = configuration.remarks {
            let columns = screen.size.columns
            let lines = remarks(String(scalars: text), cursor).flatMap {
                TerminalText.wrap("  " + TerminalText.clean($0), columns: max(8, columns - 1))
            }
            below = lines.map { line in
                LineDisplay.Row(
                    text: LineLayout.prefix(line, columns: columns - 1), isDim: true)
            }
            if !below.isEmpty { draw() }
            defer { below = [] }
            return input.next()
        }
        return input.next()
    }
}
