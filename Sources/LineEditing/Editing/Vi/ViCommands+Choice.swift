/// V chooses lines and Ctrl-V characters, with movements and objects; d, c, y, > and < then act on them.
extension ViCommands {
    /// What is chosen with the cursor at a place.
    func chosen(_ text: ViText, _ cursor: Int) -> Range<Int>? {
        guard let (anchor, isLines) = choice else { return nil }
        let last = text.text.count
        let (lower, upper) = (min(anchor, cursor, last), min(max(anchor, cursor), last))
        return isLines ? text.lineStart(lower)..<text.lineEnd(upper) : lower..<text.next(upper)
    }

    /// Takes a key of a choice; nil where it is none, or one that moves.
    mutating func choose(
        _ key: Unicode.Scalar, _ text: ViText, _ state: UndoHistory.State
    ) -> Outcome? {
        guard pending.action == nil else { return nil }
        if key == "V" || key == "\u{16}" {
            let isLines = key == "V"
            choice = choice?.isLines == isLines ? nil : (choice?.anchor ?? state.cursor, isLines)
            return end(.waits)
        }
        guard let range = chosen(text, state.cursor), let (anchor, isLines) = choice else {
            return nil
        }
        switch key {
        case "i", "a":
            pending.waiting = key
            return .waits
        case "o":
            choice = (state.cursor, isLines)
            return end(.shows(.init(text: state.text, cursor: text.onLine(anchor))))
        case "d", "x", "c", "s", "y", ">", "<":
            choice = nil
            let action: Unicode.Scalar = key == "x" ? "d" : key == "s" ? "c" : key
            return act(action, on: range, isLines: isLines, text, state)
        case "~", "u", "J", "p", ".":
            // They have no meaning for what is chosen.
            choice = nil
            return end(.waits)
        default: return nil
        }
    }
}
