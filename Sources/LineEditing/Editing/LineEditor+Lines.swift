/// Moves between the lines of a block, and from its first and last line into the history.
extension LineEditor {
    var lineStart: Int {
        let (text, cursor) = buffer.line
        return (text[..<cursor].lastIndex(of: "\n") ?? -1) + 1
    }

    var lineEnd: Int {
        let (text, cursor) = buffer.line
        return text[cursor...].firstIndex(of: "\n") ?? text.count
    }

    /// Begins a new line as far in as the one before it, or further after an open bracket.
    func breakLine() {
        let before = buffer.textBeforeCursor
        let current = before.split(separator: "\n", omittingEmptySubsequences: false).last ?? ""
        buffer.insert("\n" + Self.indent(after: String(current)))
    }

    /// The spaces before a line that follows another.
    static func indent(after line: String) -> String {
        let isOpen = line.last { $0 != " " }.map { "{([".contains($0) } ?? false
        return String(line.prefix { $0 == " " }) + (isOpen ? "  " : "")
    }

    func moveUp() {
        let start = lineStart
        guard start > 0 else { return recallPrevious(beginning: buffer.textBeforeCursor) }
        let (text, cursor) = buffer.line
        let above = (text[..<(start - 1)].lastIndex(of: "\n") ?? -1) + 1
        buffer.moveCursor(to: min(above + cursor - start, start - 1))
    }

    func moveDown() {
        let (text, cursor) = buffer.line
        let end = lineEnd
        guard end < text.count else { return recallNext() }
        let next = text[(end + 1)...].firstIndex(of: "\n") ?? text.count
        buffer.moveCursor(to: min(end + 1 + cursor - lineStart, next))
    }

    /// An entry is brought back whole, with the cursor where the next Up leaves it at once.
    func recallPrevious(beginning: String = "") {
        configuration.refreshHistory(&history)
        guard let entry = history.previous(from: buffer.text, beginning: beginning) else { return }
        buffer.replace(with: entry)
        buffer.moveCursor(to: buffer.line.text.firstIndex(of: "\n") ?? buffer.line.text.count)
    }

    func recallNext() {
        guard let entry = history.next(from: buffer.text) else { return }
        buffer.replace(with: entry)
    }

    func killToLineEnd() {
        let (text, cursor) = buffer.line
        let end = lineEnd
        if end == text.count {
            buffer.push([.killLine])
        } else if end == cursor {
            buffer.moveCursor(to: cursor + 1)
            buffer.deleteBeforeCursor(1)
        } else {
            buffer.push([.mark, .end, .killRegion])
        }
    }
}
