/// The letters of all entries in a row, small and with Hangul syllables taken apart, so that a search goes
/// through a hundred thousand of them between two keys.
struct HistoryIndex {
    /// The letters as UTF-8; those of entries that have gone stay until they are half of all.
    private var bytes: [UInt8] = []
    /// Where each entry's letters begin and end.
    private var places: [(start: Int, end: Int)] = []
    private var wasted = 0

    init(_ entries: [String]) {
        bytes.reserveCapacity(entries.count * 32)
        places.reserveCapacity(entries.count)
        for entry in entries { append(entry) }
    }

    mutating func append(_ entry: String) {
        let start = bytes.count
        SearchText.appendLetters(of: entry, to: &bytes)
        places.append((start, bytes.count))
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
            return (start, kept.count)
        }
        (bytes, wasted) = (kept, 0)
    }

    var count: Int { places.count }

    /// How far into an entry's letters a pattern stands first, from an offset on; nil where it does not.
    func find(_ pattern: [UInt8], in place: Int, from offset: Int = 0) -> Int? {
        let (begin, end) = places[place]
        guard let first = pattern.first, end - begin - offset >= pattern.count else { return nil }
        var start = begin + offset
        while start <= end - pattern.count {
            if bytes[start] == first, matches(pattern, 1, at: start + 1) { return start - begin }
            start += 1
        }
        return nil
    }

    private func matches(_ pattern: [UInt8], _ from: Int, at start: Int) -> Bool {
        var index = from
        while index < pattern.count {
            if bytes[start + index - from] != pattern[index] { return false }
            index += 1
        }
        return true
    }

    /// Whether a pattern's letters, which are without spaces, come in this order, with others between them.
    func hasLetters(of pattern: [UInt8], in place: Int) -> Bool {
        let (start, end) = places[place]
        var (wanted, index) = (0, start)
        while index < end, wanted < pattern.count {
            guard bytes[index] == pattern[wanted] else {
                index += 1
                continue
            }
            let length = Self.length(pattern[wanted])
            let isSame =
                length == 1
                || index + length <= end && wanted + length <= pattern.count
                    && bytes[index..<index + length] == pattern[wanted..<wanted + length]
            if isSame { wanted += length }
            index += isSame ? length : 1
        }
        return wanted == pattern.count
    }

    /// How many bytes a scalar has that begins with one.
    private static func length(_ byte: UInt8) -> Int {
        byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
    }
}
