/// A search through the history: entries that have the pattern as it is, the newest first, and behind
/// them those that have its letters in this order. Small letters stand for capital ones too.
package struct HistorySearch {
    private let entries: [String]
    private let start: Int
    package private(set) var pattern = ""
    /// The entries that are found, as places in the history, in the order of the list.
    package private(set) var hits = HistoryHits()
    /// The one of them that is chosen.
    package private(set) var chosen = 0
    /// The last change of pattern or direction found nothing.
    package private(set) var isFailing = false
    /// By small letters.
    private let index: HistoryIndex
    /// By letters as they are, for patterns with capital ones; made where there is such a pattern.
    private var ownCase: HistoryIndex?
    /// What each beginning of the pattern has found, so that a key takes little and Backspace nothing.
    private var steps: [HistorySearchStep] = []

    /// The entry that is chosen.
    package var match: Int? { hits.indices.contains(chosen) ? hits[chosen] : nil }

    /// Where the pattern stands among the chosen entry's characters.
    package var marked: Range<Int>? { match.flatMap(marked(in:)) }

    /// A search that begins before an entry, or at the end.
    package init(_ entries: [String], before position: Int? = nil) {
        self.init(entries, HistoryIndex(entries), nil, before: position)
    }

    /// A search with the letters of the entries.
    init(
        _ entries: [String], _ index: HistoryIndex, _ ownCase: HistoryIndex?,
        before position: Int? = nil
    ) {
        self.entries = entries
        self.index = index
        self.ownCase = ownCase
        start = position ?? entries.count
    }

    /// Goes to an entry that has a pattern.
    mutating func begin(_ pattern: String, at position: Int?) {
        append(pattern)
        chosen = position.flatMap(hits.firstIndex) ?? 0
    }

    /// Where the pattern stands among an entry's characters; nil where only its letters do.
    package func marked(in place: Int) -> Range<Int>? {
        SearchText.place(of: pattern, in: entries[place])
    }

    package mutating func append(_ scalar: Unicode.Scalar) { append(String(scalars: [scalar])) }

    package mutating func append(_ text: String) {
        let had = match
        pattern += text
        addStep(after: steps.last)
        showHits()
        chosen = hits.firstIndex { $0 <= had ?? start - 1 } ?? 0
    }

    /// Takes the last character of the pattern away, and begins again from the newest entry.
    package mutating func deleteLast() {
        guard !pattern.isEmpty else { return }
        pattern.removeLast()
        while let last = steps.last, !pattern.hasPrefix(last.pattern) { steps.removeLast() }
        if pattern.isEmpty {
            steps = []
        } else if steps.last?.pattern != pattern {
            addStep(after: steps.last)
        }
        showHits()
        chosen = hits.firstIndex { $0 < start } ?? 0
    }

    package mutating func older() { choose(chosen + 1) }

    package mutating func newer() { choose(chosen - 1) }

    private mutating func choose(_ place: Int) {
        isFailing = !hits.indices.contains(place)
        if !isFailing { chosen = place }
    }

    private mutating func addStep(after last: HistorySearchStep?) {
        guard !pattern.isEmpty else { return }
        var index = index
        if HistorySearchStep.hasCapitals(pattern) {
            index = ownCase ?? HistoryIndex(entries, ignoresCase: false)
            ownCase = index
        }
        steps.append(HistorySearchStep(pattern, after: last, index))
        if steps.count > Self.stepLimit { steps.removeFirst() }
    }

    private static let stepLimit = 16

    private mutating func showHits() {
        hits = steps.last?.hits ?? HistoryHits()
        isFailing = !pattern.isEmpty && hits.isEmpty
    }
}
