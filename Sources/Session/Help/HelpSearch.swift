import TerminalText

/// What help finds for a word that is no name of a command or a topic.
enum HelpSearch {
    private static let limit = 12

    /// The entries that a text is about, the best first.
    static func entries(for text: String, in session: Session) -> [HelpEntry] {
        let wanted = text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard !wanted.isEmpty else { return [] }
        let found = HelpEntry.all(session).map { (entry: $0, score: score($0, wanted)) }
            .filter { $0.score > 0 }
        let best = found.enumerated().sorted {
            ($1.element.score, $0.offset) < ($0.element.score, $1.offset)
        }
        return best.prefix(limit).map(\.element.entry)
    }

    /// How much an entry is about a text of small letters; 0 where not at all.
    private static func score(_ entry: HelpEntry, _ text: String) -> Int {
        let summary = entry.summary.lowercased()
        let isLong = text.count > 1
        if entry.names.contains(text) || entry.title == text { return 100 }
        if let place = entry.terms[text] { return 90 - place }
        if isLong, entry.names.contains(where: { $0.hasPrefix(text) }) { return 70 }
        if isLong, entry.terms.keys.contains(where: { $0.contains(text) }) { return 60 }
        if isLong, hasWord(text, in: summary) { return 50 }
        if isLong, entry.names.contains(where: { $0.contains(text) }) { return 40 }
        let words = text.split(separator: " ")
        if words.count > 1, words.allSatisfy({ hasWord(String($0), in: summary) }) { return 30 }
        if text.count > 2, summary.contains(text) { return 20 }
        return text.count > 2 && hasWord(text, in: entry.text.lowercased()) ? 10 : 0
    }

    /// Whether a text has another one in it that begins where a word does.
    private static func hasWord(_ word: String, in text: String) -> Bool {
        text.hasPrefix(word) || [" ", "(", "-", "/"].contains { text.contains($0 + word) }
    }

    /// A line for each entry.
    static func text(_ entries: [HelpEntry]) -> String {
        let width = entries.map { TerminalText.columns($0.title) }.max() ?? 0
        return entries.map {
            "  \(TerminalText.pad($0.title, columns: width))  \($0.summary)"
        }.joined(separator: "\n")
    }
}
