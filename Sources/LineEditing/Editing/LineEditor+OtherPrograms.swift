import TerminalText

/// The terminal in the hands of other programs.
extension LineEditor {
    /// Gives the terminal back as it was found while something runs in it.
    package func lendTerminal<Result>(_ body: () -> Result) -> Result {
        control.restore()
        defer {
            control.makeRaw(isEditing: false)
            control.markPastes()
            display.forget()
        }
        return body()
    }

    /// Ctrl-X Ctrl-E: the block in the editor that the user has chosen.
    func editExternally() {
        let text = buffer.text
        screen.write(display.erase())
        let changed = lendTerminal { configuration.editExternally(text) }
        control.makeRaw(isEditing: true)
        guard let changed, changed != text else { return }
        buffer.replace(with: changed)
    }

    /// The look of the line is asked for anew.
    package func forgetAppearance() { lastAppearance = nil }
}
