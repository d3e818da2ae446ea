import TerminalText

/// vi's mode, in the prompt and in the cursor's shape.
extension LineEditor {
    private var isCommandMode: Bool { buffer.isVi && viMode.isCommand }

    /// The prompt, in command mode with a colon.
    var shownPrompt: String {
        guard isCommandMode, let mark = prompt.lastIndex(of: ">") else { return prompt }
        return prompt.replacingCharacters(in: mark, with: ":")
    }

    /// Gives the cursor the shape of the mode.
    func shapeCursor() {
        guard configuration.shapesCursor, buffer.isVi, isBlockShaped != isCommandMode else {
            return
        }
        isBlockShaped = isCommandMode
        screen.write(ShownText(isCommandMode ? .blockCursor : .barCursor))
    }

    /// Gives the cursor back as it was found.
    func leaveCursor() {
        guard isBlockShaped != nil else { return }
        isBlockShaped = nil
        screen.write(ShownText(.ownCursor))
    }
}

extension String {
    fileprivate func replacingCharacters(in place: Index, with text: String) -> String {
        String(self[..<place]) + text + String(self[index(after: place)...])
    }
}
