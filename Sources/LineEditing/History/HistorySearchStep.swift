/// What a pattern finds. One that goes on from another pattern looks only at what that has found.
struct HistorySearchStep {
    let pattern: String
    /// Entries that have the pattern as it is, the newest first, and how far into their letters.
    private var exact: [(place: Int32, offset: Int32)] = []
    /// Entries that have its letters in this order, the newest first.
    private var loose: [Int] = []
    /// Whether what goes on from it finds nothing else: by one letter and a space none is found loosely yet.
    private let isNarrowing: Bool

    /// The entries as a list shows them.
    var hits: [Int] { exact.map { Int($0.place) } + loose }

    init(
        _ pattern: String, after last: HistorySearchStep?, _ entries: [String],
        _ index: HistoryIndex
    ) {
        self.pattern = pattern
        var wanted: [UInt8] = []
        SearchText.appendLetters(of: pattern, to: &wanted)
        let matcher = Matcher(
            pattern: pattern, wanted: wanted, letters: wanted.filter { $0 != 0x20 },
            isExactOnly: pattern.contains(where: \.isUppercase), entries: entries, index: index)
        isNarrowing = matcher.letters.count > 1 || !wanted.contains(0x20)
        if let last, last.isNarrowing, pattern.hasPrefix(last.pattern), !matcher.isExactOnly {
            narrow(last, matcher)
        } else {
            for place in (0..<index.count).reversed() { take(place, from: 0, matcher) }
        }
    }

    /// Goes through both lists of the pattern before, in the order of the entries.
    private mutating func narrow(_ last: HistorySearchStep, _ matcher: Matcher) {
        exact.reserveCapacity(last.exact.count)
        var rest = 0
        for hit in last.exact {
            while rest < last.loose.count, last.loose[rest] > Int(hit.place) {
                take(last.loose[rest], from: 0, matcher)
                rest += 1
            }
            take(Int(hit.place), from: Int(hit.offset), matcher)
        }
        for place in last.loose[rest...] { take(place, from: 0, matcher) }
    }

    private mutating func take(_ place: Int, from offset: Int, _ matcher: Matcher) {
        if let found = matcher.index.find(matcher.wanted, in: place, from: offset),
            matcher.isMeant(place)
        {
            exact.append((Int32(clamping: place), Int32(clamping: found)))
        } else if matcher.hasLetters(place) {
            loose.append(place)
        }
    }

    /// What an entry is compared with.
    private struct Matcher {
        let pattern: String
        let wanted: [UInt8]
        let letters: [UInt8]
        /// Capital letters in the pattern are meant.
        let isExactOnly: Bool
        let entries: [String]
        let index: HistoryIndex

        func isMeant(_ place: Int) -> Bool {
            !isExactOnly || SearchText.place(of: pattern, in: entries[place]) != nil
        }

        func hasLetters(_ place: Int) -> Bool {
            guard letters.count > 1, index.hasLetters(of: letters, in: place) else { return false }
            return !isExactOnly || SearchText.hasLetters(of: pattern, in: entries[place])
        }
    }
}
