/// The letters of all entries in a row, with Hangul syllables taken apart, so that a search goes through a
/// hundred thousand of them between two keys.
struct HistoryIndex {
    /// An entry that has a pattern's letters in their order, others between them. A hundred thousand are made between
    /// two keys, and each is two numbers.
    struct Candidate {
        var place: Int32
        /// How far into the entry's letters the pattern stands first as it is, from 0; where it does not, below 0
        /// how far its letters reach, each taken where it comes first.
        private var offset: Int32 = 0

        init(_ place: Int) { self.place = Int32(clamping: place) }

        /// Where the pattern stands as it is; nil where only its letters do.
        var start: Int? {
            get { offset >= 0 ? Int(offset) : nil }
            set { offset = Int32(clamping: newValue ?? -1) }
        }

        /// How far the letters reach of a pattern that does not stand as it is.
        var end: Int {
            get { -1 - Int(offset) }
            set { offset = Int32(clamping: -1 - newValue) }
        }
    }

    /// Small letters stand for capital ones too.
    let ignoresCase: Bool
    /// The letters as UTF-8; those of entries that have gone stay until they are half of all.
    private var bytes: [UInt8] = []
    /// Where each entry's letters begin and end, and which of them it has.
    private var places: [(start: Int, end: Int, letters: LetterSet)] = []
    private var wasted = 0

    init(_ entries: [String], ignoresCase: Bool = true) {
        self.ignoresCase = ignoresCase
        bytes.reserveCapacity(entries.count * 32)
        places.reserveCapacity(entries.count)
        for entry in entries { append(entry) }
    }

    mutating func append(_ entry: String) {
        let start = bytes.count
        SearchText.appendLetters(of: entry, ignoringCase: ignoresCase, to: &bytes)
        places.append((start, bytes.count, LetterSet(bytes[start...])))
    }

    mutating func remove(at place: Int) {
        let gone = places.remove(at: place)
        wasted += gone.end - gone.start
        if wasted > bytes.count / 2 { compact() }
    }

    private mutating func compact() {
        var kept: [UInt8] = []
        kept.reserveCapacity(bytes.count - wasted)
        places = places.map { place in
            let start = kept.count
            kept += bytes[place.start..<place.end]
            return (start, kept.count, place.letters)
        }
        (bytes, wasted) = (kept, 0)
    }

    var count: Int { places.count }

    /// What is left of a candidate when the pattern's letters from one on are added, which have `letters`; nil
    /// where they do not come in this order.
    @inline(__always)
    func narrow(
        _ candidate: Candidate, to pattern: [UInt8], _ letters: LetterSet, from known: Int
    ) -> Candidate? {
        let entry = places[Int(candidate.place)]
        guard let offset = candidate.start else {
            return entry.letters.isSuperset(of: letters)
                ? goOn(candidate, with: pattern, from: known, entry.start, entry.end) : nil
        }
        let start = entry.start + offset
        if matches(pattern, known..<pattern.count, at: start + known, to: entry.end) {
            return candidate
        }
        guard entry.letters.isSuperset(of: letters) else { return nil }
        var narrow = candidate
        if let found = find(pattern, 0..<pattern.count, from: start + 1, to: entry.end) {
            narrow.start = found - entry.start
            return narrow
        }
        narrow.end = 0
        return goOn(narrow, with: pattern, from: 0, entry.start, entry.end)
    }

    /// Looks for letters one by one behind those that are found.
    private func goOn(
        _ candidate: Candidate, with pattern: [UInt8], from known: Int, _ start: Int, _ last: Int
    ) -> Candidate? {
        var (next, end) = (known, start + candidate.end)
        while next < pattern.count {
            let letter = next..<next + Self.length(pattern[next])
            next = letter.upperBound
            // Spaces in a pattern are between words, and stand for any letters.
            if pattern[letter.lowerBound] == 0x20 { continue }
            guard let found = find(pattern, letter, from: end, to: last) else { return nil }
            end = found + letter.count
        }
        var narrow = candidate
        narrow.end = end - start
        return narrow
    }

    /// Where a part of a pattern stands first within some bytes.
    @inline(__always)
    private func find(_ pattern: [UInt8], _ part: Range<Int>, from start: Int, to end: Int) -> Int?
    {
        guard !part.isEmpty else { return start }
        let first = pattern[part.lowerBound]
        let rest = part.dropFirst()
        var place = start
        while place < end {
            if bytes[place] == first, matches(pattern, rest, at: place + 1, to: end) {
                return place
            }
            place += 1
        }
        return nil
    }

    @inline(__always)
    private func matches(_ pattern: [UInt8], _ part: Range<Int>, at start: Int, to end: Int) -> Bool
    {
        guard start + part.count <= end else { return false }
        var place = start
        for index in part {
            if bytes[place] != pattern[index] { return false }
            place += 1
        }
        return true
    }

    /// How many bytes a scalar has that begins with one.
    private static func length(_ byte: UInt8) -> Int {
        byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
    }
}
