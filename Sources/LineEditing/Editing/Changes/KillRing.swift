/// What was cut from lines, for Alt-Y: the newest first.
struct KillRing {
    private var texts: [String] = []
    /// The text that stands on the line since Ctrl-Y.
    private var place = 0
    private static let limit = 60

    /// Cut text; Ctrl-Y brings it.
    mutating func add(_ text: String) {
        texts.removeAll { $0 == text }
        texts.insert(text, at: 0)
        if texts.count > Self.limit { texts.removeLast() }
    }

    /// Ctrl-Y has put a text on the line.
    mutating func yanked(_ text: String) {
        if texts.first != text { add(text) }
        place = 0
    }

    /// The text that was cut before the one on the line.
    mutating func rotate() -> String? {
        guard !texts.isEmpty else { return nil }
        place = (place + 1) % texts.count
        return texts[place]
    }
}
