/// What keys have done to the text, as it is seen before the next key.
extension LineEditor {
    /// A line begins.
    func beginChanges() {
        settled = UndoHistory.State(text: [], cursor: 0)
        undoHistory = UndoHistory(settled)
        (yanked, lastArgument, lastKeys) = (nil, nil, [])
    }

    /// Looks at what the last key did: a character is moved over and deleted whole, and changes can be
    /// taken back.
    func settle() {
        if isPouring { return }
        stayOnLine()
        let (text, cursor) = buffer.line
        let (old, oldCursor) = (settled.text, settled.cursor)
        settled = UndoHistory.State(text: text, cursor: cursor)
        if let change = LineChange(from: old, to: text) {
            if change.added == 0 { finishDeletion(change, of: old) }
            noteKill(change, of: old)
        } else if cursor != oldCursor {
            moveOutOfCharacter(isLeft: cursor < oldCursor)
        }
        let (newText, newCursor) = buffer.line
        settled = UndoHistory.State(text: newText, cursor: newCursor)
        undoHistory.note(settled)
    }

    /// Whether more characters come into a long line: a look at each would take what the whole line has.
    private var isPouring: Bool {
        guard settled.text.count > 2000, let last = lastKeys.last, input.hasPending else {
            return false
        }
        let isKey = last.value < 0x20 || (0x7F..<0xA0).contains(last.value)
        return !isKey && Clusters.standsAlone(last) && !isCommandMode
    }

    /// libedit deletes scalars; what is left of a character goes too.
    private func finishDeletion(_ change: LineChange, of old: [Unicode.Scalar]) {
        let removed = change.removed
        let first = Clusters.start(of: removed.lowerBound, in: old[...])
        var last = removed.upperBound
        if last < old.count, Clusters.start(of: last, in: old[...]) < last {
            last = Clusters.end(of: Clusters.start(of: last, in: old[...]), in: old[...])
        }
        let rest = (removed.lowerBound - first) + (last - removed.upperBound)
        guard rest > 0 else { return }
        buffer.moveCursor(to: first + rest)
        buffer.deleteBeforeCursor(rest)
    }

    private func moveOutOfCharacter(isLeft: Bool) {
        let (text, cursor) = buffer.line
        let start = Clusters.start(of: cursor, in: text[...])
        guard start < cursor else { return }
        buffer.moveCursor(to: isLeft ? start : Clusters.end(of: start, in: text[...]))
    }

    private func noteKill(_ change: LineChange, of old: [Unicode.Scalar]) {
        let isYank = lastKeys.last == "\u{19}"
        if isYank, change.removed.isEmpty {
            let start = change.removed.lowerBound
            let text = String(scalars: buffer.line.text[start..<start + change.added])
            yanked = start..<start + change.added
            return killRing.yanked(text)
        }
        guard change.added == 0, Self.isKill(lastKeys) else { return }
        killRing.add(String(scalars: old[change.removed]))
    }

    /// Ctrl-W, Ctrl-K, Ctrl-U, Ctrl-X Ctrl-X's region, and Alt with D, Backspace or Delete.
    private static func isKill(_ keys: [Unicode.Scalar]) -> Bool {
        guard let last = keys.last else { return false }
        let own: [Key] = [.deleteWord, .killLine, .killRegion]
        if ["\u{17}", "\u{15}", "\u{B}"].contains(last) || own.map(\.character).contains(last) {
            return true
        }
        let isAlt = keys.dropLast().last == "\u{1B}"
        return isAlt && ["d", "D", "\u{8}", "\u{7F}"].contains(last)
    }

    // MARK: - Keys

    func undo() { if let state = undoHistory.undo() { show(state) } }

    func redo() { if let state = undoHistory.redo() { show(state) } }

    private func show(_ state: UndoHistory.State) {
        buffer.replace(with: String(scalars: state.text))
        buffer.moveCursor(to: state.cursor)
        settled = state
    }

    /// Alt-Y: what was cut before stands in place of what Ctrl-Y brought.
    func yankEarlier() {
        let (text, cursor) = buffer.line
        guard let place = yanked, place.upperBound == cursor, cursor <= text.count,
            let earlier = killRing.rotate()
        else { return }
        buffer.deleteBeforeCursor(place.count)
        buffer.insert(earlier)
        yanked = place.lowerBound..<place.lowerBound + earlier.unicodeScalars.count
    }

    /// Alt-.: the last argument of the entry before; pressed again, of the one before that.
    func insertLastArgument() {
        let (text, cursor) = buffer.line
        let shown = lastArgument.flatMap { $0.range.upperBound == cursor ? $0 : nil }
        var place = shown?.entry ?? history.entries.count
        while place > 0 {
            place -= 1
            let entry = history.entries[place]
            guard let argument = configuration.lastArgument(entry), !argument.isEmpty,
                shown.map({ String(scalars: text[$0.range]) }) != argument
            else { continue }
            if let shown { buffer.deleteBeforeCursor(shown.range.count) }
            let start = buffer.line.cursor
            buffer.insert(argument)
            lastArgument = (place, start..<start + argument.unicodeScalars.count)
            return
        }
    }
}
