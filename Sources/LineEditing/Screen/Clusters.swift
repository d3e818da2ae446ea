/// Characters as a reader sees them: a letter with its marks, a flag, a family of emoji and a syllable of
/// jamo are one each, of one scalar or several.
enum Clusters {
    /// The end of the character that begins at a place.
    static func end(of start: Int, in text: ArraySlice<Unicode.Scalar>) -> Int {
        let next = start + 1
        guard next < text.endIndex, !standsAlone(text[next]) else { return next }
        if text[start].value < 0x20 { return next }
        // Where a character ends is told by its scalars and the next one, and most have one or two.
        var limit = next
        while true {
            let wanted = min(text.endIndex, start + min(longest, 2 * (limit - start)))
            // A scalar that stands alone belongs to no character before it.
            while limit < wanted, !standsAlone(text[limit]) { limit += 1 }
            let count = String(scalars: text[start..<limit]).first?.unicodeScalars.count ?? 1
            if start + count < limit || limit < wanted || limit == text.endIndex
                || limit - start == longest
            {
                return start + max(1, count)
            }
        }
    }

    /// The beginning of the character that a place is in, or that begins there.
    static func start(of place: Int, in text: ArraySlice<Unicode.Scalar>) -> Int {
        guard place > text.startIndex, place < text.endIndex, !standsAlone(text[place]) else {
            return min(max(place, text.startIndex), text.endIndex)
        }
        var start = place
        while start > text.startIndex, place - start < longest, !standsAlone(text[start]) {
            start -= 1
        }
        while true {
            let end = end(of: start, in: text)
            if end > place { return start }
            start = end
        }
    }

    /// More scalars than any character of a language has; one that is longer is several.
    private static let longest = 64

    /// Whether a scalar never joins the one before it: Latin letters, Han and whole Hangul syllables.
    static func standsAlone(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x300, 0x4E00..<0xA000, 0xAC00..<0xD7A4, 0x3041..<0x3097, 0x30A1..<0x30FB: true
        default: false
        }
    }
}
