/// A search through the history: entries that have the pattern as it is, the newest first, and behind
/// them those that have its letters in this order. Small letters stand for capital ones too.
package struct HistorySearch {
    private let entries: [String]
    private let start: Int
    package private(set) var pattern = ""
    /// The entries that are found, as places in the history, in the order of the list.
    package private(set) var hits: [Int] = []
    /// The one of them that is chosen.
    package private(set) var chosen = 0
    /// The last change of pattern or direction found nothing.
    package private(set) var isFailing = false
    /// The entries' letters, with and without capital ones, once somebody has searched.
    private var texts: [Bool: [SearchText]] = [:]

    /// The entry that is chosen.
    package var match: Int? { hits.indices.contains(chosen) ? hits[chosen] : nil }

    /// Where the pattern stands among the chosen entry's characters.
    package var marked: Range<Int>? { match.flatMap(marked(in:)) }

    /// A search that begins before an entry, or at the end.
    package init(_ entries: [String], before position: Int? = nil) {
        self.entries = entries
        start = position ?? entries.count
    }

    /// A search that stands at an entry already.
    package init(_ entries: [String], pattern: String, at position: Int?) {
        self.init(entries, before: position)
        self.pattern = pattern
        look(among: entries.indices.reversed())
        chosen = position.flatMap(hits.firstIndex) ?? 0
    }

    /// Where the pattern stands among an entry's characters; nil where only its letters do.
    package func marked(in place: Int) -> Range<Int>? {
        SearchText.place(of: pattern, in: entries[place])
    }

    package mutating func append(_ scalar: Unicode.Scalar) { append(String(scalars: [scalar])) }

    package mutating func append(_ text: String) {
        let wasEmpty = pattern.isEmpty
        let had = match
        pattern += text
        // What a longer pattern finds, the shorter one has found; capital letters begin again.
        let isNarrower = !wasEmpty && !text.contains(where: \.isUppercase)
        look(among: isNarrower ? hits.sorted(by: >) : Array(entries.indices.reversed()))
        chosen = hits.firstIndex { $0 <= had ?? start - 1 } ?? 0
    }

    /// Takes the last character of the pattern away, and begins again from the newest entry.
    package mutating func deleteLast() {
        guard !pattern.isEmpty else { return }
        pattern.removeLast()
        look(among: entries.indices.reversed())
        chosen = hits.firstIndex { $0 < start } ?? 0
    }

    package mutating func older() { choose(chosen + 1) }

    package mutating func newer() { choose(chosen - 1) }

    private mutating func choose(_ place: Int) {
        isFailing = !hits.indices.contains(place)
        if !isFailing { chosen = place }
    }

    private mutating func look(among places: some Sequence<Int>) {
        guard !pattern.isEmpty else {
            (hits, isFailing) = ([], false)
            return
        }
        let ignoresCase = !pattern.contains(where: \.isUppercase)
        if texts[ignoresCase] == nil {
            texts[ignoresCase] = entries.map { SearchText($0, ignoringCase: ignoresCase) }
        }
        let texts = texts[ignoresCase] ?? []
        let wanted = SearchText(pattern, ignoringCase: ignoresCase)
        var (exact, loose): ([Int], [Int]) = ([], [])
        for place in places {
            if texts[place].find(wanted) != nil {
                exact.append(place)
            } else if texts[place].hasLetters(of: wanted) {
                loose.append(place)
            }
        }
        hits = exact + loose
        isFailing = hits.isEmpty
    }
}
