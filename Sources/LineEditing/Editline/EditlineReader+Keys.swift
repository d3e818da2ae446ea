import Platform
import TerminalText
@_spi(_Unicode) import Swift

/// What the reader's own keys do.
extension EditlineReader {
    enum Effect { case refresh, nothing, endOfFile }

    /// Does what a key is for: one of ``Key``, or a control character or letter that is bound so.
    func press(_ code: UInt32) -> Effect {
        if let key = Key(rawValue: code) {
            press(key)
        } else {
            press(Unicode.Scalar(code) ?? " ")
        }
    }

    private func press(_ key: Key) -> Effect {
        switch key {
        case .enter: return enter()
        case .newline: breakLine()
        case .tab: complete()
        case .up: moveUp()
        case .down: moveDown()
        case .right: if !acceptSuggestion() { moveCursor(to: line.cursor + 1) }
        case .home: moveCursor(to: lineStart)
        case .end: if !acceptSuggestion() { moveCursor(to: lineEnd) }
        case .pageUp: recallPrevious()
        case .pageDown: recallNext()
        case .endOfFile: return endOfFile()
        case .paste: takePaste()
        case .interrupt: beginInterruption()
        case .draft:
            insert(draft ?? "")
            draft = nil
        case .compose: compose()
        case .search: search()
        case .left, .wordLeft, .wordRight, .delete, .deleteWord, .finish, .mark, .killRegion,
            .killLine:
            return .nothing
        }
        return .refresh
    }

    /// Keys of emacs and of vi's command mode.
    private func press(_ scalar: Unicode.Scalar) -> Effect {
        switch scalar {
        case "\u{1}": moveCursor(to: lineStart)
        case "\u{5}": if !acceptSuggestion() { moveCursor(to: lineEnd) }
        case "\u{6}": if !acceptSuggestion() { moveCursor(to: line.cursor + 1) }
        case "\u{B}": killToLineEnd()
        case "\u{C}": clearScreen()
        case "\u{10}", "k", "-": moveUp()
        case "\u{E}", "j", "+": moveDown()
        case "\u{12}", "\u{13}", "/", "?": search()
        case "n": repeatSearch(older: true)
        case "N": repeatSearch(older: false)
        default: return .nothing
        }
        return .refresh
    }

    // MARK: - Lines of a block

    private var lineStart: Int {
        let (text, cursor) = line
        return (text[..<cursor].lastIndex(of: "\n") ?? -1) + 1
    }

    private var lineEnd: Int {
        let (text, cursor) = line
        return text[cursor...].firstIndex(of: "\n") ?? text.count
    }

    private func enter() -> Effect {
        let text = text
        // Three empty lines say that nothing will complete it.
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let isGivenUp =
            lines.count > 3 && lines.suffix(3).allSatisfy { $0.allSatisfy { $0 == " " } }
        guard isGivenUp || configuration.isComplete(text) else {
            breakLine()
            return .refresh
        }
        end(marking: "")
        push([.finish])
        return .refresh
    }

    /// Draws the line for the last time, with the cursor at its end.
    private func end(marking mark: String) {
        let count = line.text.count
        moveCursor(to: count)
        (below, suggestion) = ([], nil)
        guard !configuration.isPlain else { return }
        var frame = frame(line.text, count)
        if !mark.isEmpty { frame.rows[frame.rows.count - 1].text += mark }
        show(frame)
        SystemCalls.write(display.finish())
    }

    /// Begins a new line as far in as the one before it, or further after an open bracket.
    private func breakLine() {
        let before = textBeforeCursor
        let current = before.split(separator: "\n", omittingEmptySubsequences: false).last ?? ""
        var indent = String(current.prefix { $0 == " " })
        if let last = current.last(where: { $0 != " " }), "{([".contains(last) { indent += "  " }
        insert("\n" + indent)
    }

    private func moveUp() {
        let start = lineStart
        guard start > 0 else { return recallPrevious() }
        let (text, cursor) = line
        let above = (text[..<(start - 1)].lastIndex(of: "\n") ?? -1) + 1
        moveCursor(to: min(above + cursor - start, start - 1))
    }

    private func moveDown() {
        let (text, cursor) = line
        let end = lineEnd
        guard end < text.count else { return recallNext() }
        let next = text[(end + 1)...].firstIndex(of: "\n") ?? text.count
        moveCursor(to: min(end + 1 + cursor - lineStart, next))
    }

    /// An entry is brought back whole, with the cursor where the next Up leaves it at once.
    private func recallPrevious() {
        guard let entry = history.previous(from: text) else { return }
        replace(with: entry)
        moveCursor(to: line.text.firstIndex(of: "\n") ?? line.text.count)
    }

    private func recallNext() {
        guard let entry = history.next(from: text) else { return }
        replace(with: entry)
    }

    private func killToLineEnd() {
        let (text, cursor) = line
        let end = lineEnd
        if end == text.count {
            push([.killLine])
        } else if end == cursor {
            moveCursor(to: cursor + 1)
            deleteBeforeCursor(1)
        } else {
            push([.mark, .end, .killRegion])
        }
    }

    // MARK: - Ends

    private func endOfFile() -> Effect {
        let (text, cursor) = line
        if text.isEmpty { return .endOfFile }
        if cursor < text.count {
            moveCursor(to: cursor + 1)
            deleteBeforeCursor(1)
        }
        return .refresh
    }

    private func beginInterruption() {
        interruption = .ending
        end(marking: "^C")
    }

    private func clearScreen() {
        guard !configuration.isPlain else { return }
        display.forget()
        SystemCalls.write("\u{1B}[H\u{1B}[2J")
    }

    // MARK: - Suggestions and completion

    /// Takes what is suggested; false when nothing is.
    private func acceptSuggestion() -> Bool {
        let (text, cursor) = line
        guard let suggestion, cursor == text.count, !suggestion.text.isEmpty else { return false }
        insert(suggestion.text)
        return true
    }

    private func complete() {
        let before = textBeforeCursor
        let current = before.split(separator: "\n", omittingEmptySubsequences: false).last ?? ""
        if current.allSatisfy({ $0 == " " }), before.contains("\n") { return insert("  ") }
        let completions = configuration.completions(before)
        let common = completions.commonPrefix
        let isOne = completions.candidates.count == 1
        if isOne || LineLayout.columns(common) > completions.replaced {
            deleteBeforeCursor(completions.replaced)
            let isOpen = ["=", "/", "."].contains { common.hasSuffix($0) }
            insert(common + (isOne && !isOpen ? " " : ""))
            below = []
            return
        }
        let (columns, height) = SystemCalls.windowSize
        if configuration.isPlain {
            let rows = completions.rows(columns: columns, limit: 1000)
            return SystemCalls.write(rows.map { "\r\n" + $0.text + $0.hint }.joined() + "\r\n")
        }
        below = completions.rows(columns: columns - 1, limit: min(40, max(3, height - 6)))
    }

    // MARK: - What comes from elsewhere

    private func takePaste() {
        guard let paste = pasted else { return }
        pasted = nil
        let cleaned = configuration.clean(paste, textBeforeCursor)
        if !cleaned.notes.isEmpty, !configuration.isPlain {
            let columns = SystemCalls.windowSize.columns
            let lines = cleaned.notes.flatMap {
                TerminalText.wrap("  " + TerminalText.clean($0), columns: columns)
            }
            SystemCalls.write(
                display.erase() + lines.map { "\u{1B}[2m\($0)\u{1B}[0m\r\n" }.joined())
        }
        insert(cleaned.text)
    }

    /// Joins a mark or a jamo to the character before it, where they make one.
    private func compose() {
        guard let mark = joining else { return }
        joining = nil
        let (text, cursor) = line
        guard cursor > 0 else { return insert(String(scalars: [mark])) }
        let composed = String(scalars: String(scalars: [text[cursor - 1], mark])._nfc)
        guard composed.unicodeScalars.count == 1 else {
            if LineLayout.columns(mark) > 0 { insert(String(scalars: [mark])) }
            return
        }
        deleteBeforeCursor(1)
        insert(composed)
    }
}
