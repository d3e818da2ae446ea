import TerminalText

/// What ends a line, or takes it away.
extension LineEditor {
    func enter() -> KeyEffect {
        let text = buffer.text
        guard PlainLineReader.isGivenUp(text) || configuration.isComplete(text) else {
            takesNext = false
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
        var frame = frame(buffer.line.text, count, marksPair: false)
        if !mark.isEmpty { frame.rows[frame.rows.count - 1].text += mark }
        show(frame)
        screen.write(display.finish())
        if configuration.marksPrompts { screen.write(ShownText(.outputStart)) }
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
        display.forget()
        screen.write(ShownText(.clear))
    }
}
