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

    /// Ctrl-X Ctrl-E: the block in the editor that the user has chosen.
    func editExternally() {
        let text = buffer.text
        screen.write(display.erase())
        let changed = lendTerminal { configuration.editExternally(text) }
        control.makeRaw(isEditing: true)
        switch changed {
        case .text(let new): if new != text { buffer.replace(with: new) }
        case .problem(let problem): showBelow("  " + problem)
        }
    }

    /// The look of the line is asked for anew.
    package func forgetAppearance() { lastAppearance = nil }
}
