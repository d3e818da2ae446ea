import Platform
import TerminalText

/// Ctrl-R: a search through the history that lists what it finds while its pattern is typed.
extension LineEditor {
    /// Asks for a pattern. Enter runs what is chosen; another key takes it on the line, where Down
    /// goes on with what was entered after it; Ctrl-C and Ctrl-G take nothing.
    func search() {
        configuration.refreshHistory(&history)
        let original = buffer.text
        let takesEscape = input.takesEscape
        input.takesEscape = true
        defer { input.takesEscape = takesEscape }
        // From the shown entry on, where it is still what is on the line.
        let position = history.position.flatMap { history.entries[$0] == original ? $0 : nil }
        var search = history.search(before: position)
        while true {
            show(frame(search))
            switch input.next() {
            case .character("\u{12}"), .key(.down): search.older()
            case .character("\u{13}"), .key(.up): search.newer()
            case .character("\u{7F}"), .character("\u{8}"): search.deleteLast()
            case .character("\u{7}"): return leave(original, search, nil)
            case .character(let scalar) where scalar.value >= 0x20: search.append(scalar)
            case .paste(let text): search.append(String(text.prefix { !$0.isNewline }))
            case .resize:
                let columns = screen.size.columns
                screen.write(display.erase(afterResizeTo: columns, wraps: wrapsAgain ?? true))
            case .interrupt:
                leave(original, search, nil)
                interruption = .requested
                return
            case .suspend: suspend()
            case .quit: continue
            case .resume: screen.write(display.finish())
            case .key(.enter):
                leave(original, search, search.match)
                if search.match != nil { buffer.push([.enter]) }
                return
            case .end: return leave(original, search, nil)
            case .key(.right): return leave(original, search, search.match)
            case .key(let key):
                leave(original, search, search.match)
                return buffer.push([key])
            case .character("\u{1B}"):
                leave(original, search, search.match)
                // With another key it is that key's Alt.
                if input.hasPending { input.putBack("\u{1B}") }
                return
            case .character(let scalar):
                leave(original, search, search.match)
                return input.putBack(scalar)
            }
        }
    }

    /// `n` and `N` of vi's command mode.
    func repeatSearch(older: Bool) {
        guard !lastPattern.isEmpty else { return }
        var search = history.search(before: history.position)
        if older {
            search.append(lastPattern)
        } else {
            search.begin(lastPattern, at: history.position)
            search.newer()
        }
        if let match = search.match { buffer.replace(with: history.show(match, from: buffer.text)) }
    }

    private func leave(_ original: String, _ search: HistorySearch, _ match: Int?) {
        if !search.pattern.isEmpty { lastPattern = search.pattern }
        screen.write(display.erase())
        guard let match else { return }
        let marked = search.marked
        buffer.replace(with: history.show(match, from: original))
        if let marked { buffer.moveCursor(to: marked.upperBound) }
    }
}
