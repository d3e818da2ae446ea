import Platform
import TerminalText

/// What libedit gets as the next character.
extension LineEditor {
    /// The next character or key; nil at the end of the input.
    func nextCharacter() -> Unicode.Scalar? {
        settle()
        let next = takeCharacter()
        if let next {
            lastKeys = lastKeys.suffix(1) + [next]
            viMode.take(next)
        }
        return next
    }

    private func takeCharacter() -> Unicode.Scalar? {
        // What was asked for comes until the function that does it has run: libedit may be inside a
        // question of its own, which takes characters and ends with an escape, or have an escape that
        // begins a sequence with the next key.
        switch interruption {
        case .none: break
        case .requested:
            interruption = .repeated
            return Key.interrupt.character
        case .repeated:
            interruption = .escaped
            return Key.interrupt.character
        case .escaped:
            interruption = .requested
            return "\u{1B}"
        case .ending: return Key.finish.character
        }
        if pasted != nil { return Key.paste.character }
        if draft != nil { return Key.draft.character }
        if joining != nil { return Key.compose.character }
        buffer.reserve()
        while true {
            let event: InputEvent
            if input.hasPending {
                // What has come may mean nothing, and the line is still to be drawn.
                guard let pending = input.next(within: 0) else { continue }
                event = pending
            } else {
                draw()
                event = nextEvent()
            }
            switch event {
            case .character(let scalar):
                guard let left = takeViCommand(scalar) else {
                    below = []
                    continue
                }
                return character(left)
            case .interrupt:
                input.discard([.interrupt])
                interruption = .requested
                return takeCharacter()
            case .key(let key):
                viCommands.giveUp()
                let choosesBelow = key == .tab || key == .down && offered != nil
                if !choosesBelow { below = [] }
                return key.character
            case .paste(let text):
                viCommands.giveUp()
                below = []
                pasted = text
                return Key.paste.character
            case .resize: resize()
            case .suspend: suspend()
            case .resume:
                screen.write(display.finish())
            case .quit: continue
            case .end: return nil
            }
        }
    }

    /// A typed character; a mark that joins the one before it is a key.
    private func character(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        below = []
        if scalar == "}", !isCommandMode { outdent() }
        guard scalar.value >= 0x300, LineLayout.columns(scalar) == 0 || Jamo.isTrailing(scalar)
        else {
            return scalar
        }
        joining = scalar
        return Key.compose.character
    }

    /// A bracket that closes a block stands as far in as the line that opened it.
    private func outdent() {
        let (text, cursor) = buffer.line
        let current = text[..<cursor].reversed().prefix { $0 != "\n" }
        guard cursor == text.count, current.count < cursor, current.count >= 2,
            current.allSatisfy({ $0 == " " })
        else { return }
        buffer.deleteBeforeCursor(2)
    }

    // MARK: - The window

    func resize() {
        let columns = screen.size.columns
        var wraps = wrapsAgain ?? true
        if display.overflows(columns), let column = askForColumn() {
            let wrapped = display.wrappedColumn(columns)
            let kept = min(display.column, columns - 1)
            if wrapped != kept {
                wraps = column == wrapped
                wrapsAgain = wraps
            }
        }
        screen.write(display.erase(afterResizeTo: columns, wraps: wraps))
    }

    /// Asks the terminal where its cursor is; nil when it does not say.
    private func askForColumn() -> Int? {
        screen.write(ShownText(.askPlace))
        return input.cursorColumn()
    }

    func suspend() {
        screen.write(display.finish())
        awaitAnswers()
        control.stop()
        input.discard([.resume])
        control.makeRaw(isEditing: true)
    }
}
