/// A search through the history for text that stands anywhere in an entry; small letters in it stand
/// for capital ones too.
package struct HistorySearch {
    private let entries: [String]
    package private(set) var pattern = ""
    /// The entry that is shown.
    package private(set) var match: Int?
    /// The last change of pattern or direction found nothing.
    package private(set) var isFailing = false
    /// Where the match stands among the entry's characters.
    package var marked: Range<Int>? { match.flatMap { Self.find(pattern, in: entries[$0]) } }

    /// A search that begins before an entry, or at the end.
    package init(_ entries: [String], before position: Int? = nil) {
        self.entries = entries
        start = position ?? entries.count
    }

    /// A search that stands at an entry already.
    package init(_ entries: [String], pattern: String, at position: Int?) {
        self.init(entries, before: position)
        self.pattern = pattern
        match = position
    }

    private let start: Int

    package mutating func append(_ scalar: Unicode.Scalar) { append(String(scalars: [scalar])) }

    package mutating func append(_ text: String) {
        pattern += text
        look(from: match ?? start - 1)
    }

    /// Takes the last character of the pattern away, and begins again from the newest entry.
    package mutating func deleteLast() {
        guard !pattern.isEmpty else { return }
        pattern.removeLast()
        match = nil
        isFailing = false
        if !pattern.isEmpty { look(from: start - 1) }
    }

    package mutating func older() { look(from: (match ?? start) - 1) }

    package mutating func newer() {
        guard let match, !pattern.isEmpty else { return }
        let found = entries.indices.dropFirst(match + 1).first { matches($0) }
        isFailing = found == nil
        self.match = found ?? match
    }

    private mutating func look(from place: Int) {
        guard !pattern.isEmpty else { return }
        let found = entries.indices.prefix(max(0, place + 1)).last { matches($0) }
        isFailing = found == nil
        match = found ?? match
    }

    private func matches(_ index: Int) -> Bool { Self.find(pattern, in: entries[index]) != nil }

    /// Where a pattern stands in a text, in characters of Unicode.
    package static func find(_ pattern: String, in text: String) -> Range<Int>? {
        let ignoresCase = !pattern.contains(where: \.isUppercase)
        let fold = { (text: String) -> [Unicode.Scalar] in
            text.unicodeScalars.map { scalar in
                let lower = scalar.properties.lowercaseMapping.unicodeScalars
                return ignoresCase && lower.count == 1 ? lower.first ?? scalar : scalar
            }
        }
        let (needle, hay) = (fold(pattern), fold(text))
        guard !needle.isEmpty, needle.count <= hay.count else { return nil }
        for start in 0...(hay.count - needle.count)
        where hay[start] == needle[0] && hay[start..<start + needle.count].elementsEqual(needle) {
            return start..<start + needle.count
        }
        return nil
    }
}
