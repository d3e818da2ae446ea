/// Moves between brackets and quotes that belong together.
extension LineEditor {
    /// Ctrl-]: from a bracket at the cursor to its partner, from elsewhere to the bracket that is open there.
    func jumpToPartner() {
        let (text, cursor) = buffer.line
        let appearance = appearance(of: text)
        if let pair = appearance.pair(at: cursor) {
            let isOpen = cursor == pair.open || cursor == pair.open + 1 && cursor != pair.close
            buffer.moveCursor(to: isOpen ? pair.close : pair.open)
        } else if let open = appearance.innermostOpening(around: cursor) {
            buffer.moveCursor(to: open)
        }
    }

    /// Alt-Ctrl-F and Alt-Ctrl-B: behind the next pair, or before the last one.
    func moveOverPair(isForth: Bool) {
        let (text, cursor) = buffer.line
        let pairs = appearance(of: text).pairs
        let next = pairs.filter { $0.open >= cursor }.min { $0.open < $1.open }
        let last = pairs.filter { $0.close < cursor }.max { $0.close < $1.close }
        if isForth, let next { buffer.moveCursor(to: next.close + 1) }
        if !isForth, let last { buffer.moveCursor(to: last.open) }
    }
}
