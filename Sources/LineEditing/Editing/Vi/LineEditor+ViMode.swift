import TerminalText

/// vi's mode, in the prompt and in the cursor's shape.
extension LineEditor {
    var isCommandMode: Bool { buffer.isVi && viMode.isCommand }

    /// The next key of a command.
    ///
    /// - Returns: what libedit gets of it; nil where that is nothing.
    func takeViCommand(_ key: Unicode.Scalar) -> Unicode.Scalar? {
        guard isCommandMode, viMode.takesWholeCommands else { return key }
        if viCommands.pending.keys.isEmpty, buffer.commandKeys.contains(key) { return key }
        let (text, cursor) = buffer.line
        viCommands.pairs = appearance(of: text).pairs
        let outcome = viCommands.take(key, UndoHistory.State(text: text, cursor: cursor))
        switch outcome {
        case .passed: return key
        case .waits: return nil
        case .undoes(let count): for _ in 0..<count { undo() }
        case .shows(let state): show(state)
        case .inserts(let state):
            show(state)
            undoHistory.goOn()
            // libedit begins to insert.
            return "i"
        }
        return nil
    }

    private func show(_ state: UndoHistory.State) {
        if state.text != buffer.line.text { buffer.replace(with: String(scalars: state.text)) }
        buffer.moveCursor(to: state.cursor)
        settled = UndoHistory.State(text: state.text, cursor: state.cursor)
        undoHistory.note(settled)
    }

    /// What V and Ctrl-V have chosen.
    var viChoice: Range<Int>? {
        guard isCommandMode, viCommands.choice != nil else { return nil }
        let (text, cursor) = buffer.line
        return viCommands.chosen(ViText(text: text), cursor)
    }

    /// Escape leaves the cursor on its line, where libedit goes a character back.
    func stayOnLine() {
        guard isCommandMode, lastKeys.last == "\u{1B}" else { return }
        let (text, cursor) = buffer.line
        let isBehindLine = cursor < text.count && text[cursor] == "\n"
        if isBehindLine, settled.cursor == cursor + 1 { buffer.moveCursor(to: cursor + 1) }
    }

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
