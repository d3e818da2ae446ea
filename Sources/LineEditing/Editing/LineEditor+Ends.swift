import TerminalText

/// What ends a line, or takes it away.
extension LineEditor {
    func enter() -> KeyEffect {
        let text = buffer.text
        // Three empty lines say that nothing will complete it.
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let isGivenUp =
            lines.count > 3 && lines.suffix(3).allSatisfy { $0.allSatisfy { $0 == " " } }
        guard isGivenUp || configuration.isComplete(text) else {
            breakLine()
            return .refresh
        }
        end(marking: "")
        buffer.push([.finish])
        return .refresh
    }

    /// Draws the line for the last time, with the cursor at its end.
    func end(marking mark: String) {
        let count = buffer.line.text.count
        buffer.moveCursor(to: count)
        (below, suggestion) = ([], nil)
        guard !configuration.isPlain else { return }
        var frame = frame(buffer.line.text, count)
        if !mark.isEmpty { frame.rows[frame.rows.count - 1].text += mark }
        show(frame)
        screen.write(display.finish())
    }

    func endOfFile() -> KeyEffect {
        let (text, cursor) = buffer.line
        if text.isEmpty { return .endOfFile }
        if cursor < text.count {
            buffer.moveCursor(to: cursor + 1)
            buffer.deleteBeforeCursor(1)
        }
        return .refresh
    }

    func beginInterruption() {
        interruption = .ending
        end(marking: "^C")
    }

    func clearScreen() {
        guard !configuration.isPlain else { return }
        display.forget()
        screen.write(ShownText(.clear))
    }
}
