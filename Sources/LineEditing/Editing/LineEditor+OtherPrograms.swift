import Platform
import TerminalText

/// The terminal in the hands of other programs.
extension LineEditor {
    /// Gives the terminal back as it was found while something runs in it.
    package func lendTerminal<Result>(_ body: () -> Result) -> Result {
        awaitAnswers()
        control.restore()
        defer {
            control.makeRaw(isEditing: false)
            control.markPastes()
            screen.write(ShownText(.ownModes) + beginningOfLine)
            display.forget()
        }
        return body()
    }

    /// Goes to the next line where the cursor does not stand at the beginning of one: a row of spaces wraps there.
    private var beginningOfLine: ShownText {
        ShownText(String(repeating: " ", count: max(0, screen.size.columns - 1)))
            + ShownText(.lineStart) + ShownText(.eraseLine)
    }

    /// Ctrl-X Ctrl-E: the block in the editor that the user has chosen, from the cursor on. What comes back
    /// is checked, and Ctrl-_ brings the text before.
    func editExternally() {
        let text = buffer.text
        let line = buffer.line.text[..<buffer.line.cursor].count { $0 == "\n" } + 1
        let column = String(scalars: buffer.line.text[lineStart..<buffer.line.cursor]).count + 1
        screen.write(display.erase())
        let changed = lendTerminal { configuration.editExternally(text, line, column) }
        control.makeRaw(isEditing: true)
        switch changed {
        case .text(text): break
        case .text(let new):
            buffer.replace(with: new)
            let mistakes = configuration.remarks?(new, 0) ?? []
            let note = "the editor left no text; Ctrl-_ brings back what was there"
            let said = new.isEmpty ? [note] : mistakes
            if !said.isEmpty { showBelow(said.map { "  " + $0 }.joined(separator: "\n")) }
        case .problem(let problem): showBelow("  " + problem)
        }
    }

    /// The look of the line is asked for anew.
    package func forgetAppearance() { lastAppearance = nil }
}
