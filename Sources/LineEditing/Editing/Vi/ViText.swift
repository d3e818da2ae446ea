/// Places in a block of lines as vi counts them.
struct ViText {
    let text: [Unicode.Scalar]
    /// Opening brackets and quotes with those that close them.
    var pairs: [BracketPlaces] = []

    // MARK: - Lines

    /// Of the place before the text, which `cw` looks from, the text's begin.
    func lineStart(_ place: Int) -> Int {
        (text[..<max(0, min(place, text.count))].lastIndex(of: "\n") ?? -1) + 1
    }

    /// The place of the newline, or the text's end.
    func lineEnd(_ place: Int) -> Int {
        text[max(0, min(place, text.count))...].firstIndex(of: "\n") ?? text.count
    }

    func firstLetter(_ place: Int) -> Int {
        let start = lineStart(place)
        return start + text[start..<lineEnd(place)].prefix { $0 == " " || $0 == "\t" }.count
    }

    /// The place nearest to one that the cursor may have between commands: on a character of the line.
    func onLine(_ place: Int) -> Int {
        let (start, end) = (lineStart(place), lineEnd(place))
        return place < end || end == start ? min(place, end) : previous(end)
    }

    /// The same column some lines below, or above for a negative number; nil where there are fewer lines.
    func line(_ place: Int, below count: Int) -> Int? {
        var start = lineStart(place)
        let column = place - start
        for _ in 0..<abs(count) {
            if count > 0 {
                guard lineEnd(start) < text.count else { return nil }
                start = lineEnd(start) + 1
            } else {
                guard start > 0 else { return nil }
                start = lineStart(start - 1)
            }
        }
        return onLine(min(start + column, lineEnd(start)))
    }

    // MARK: - Characters

    func next(_ place: Int) -> Int {
        place < text.count ? Clusters.end(of: place, in: text[...]) : place
    }

    func previous(_ place: Int) -> Int {
        place > 0 ? Clusters.start(of: place - 1, in: text[...]) : 0
    }

    /// Where a character stands on the line, counted from a place on.
    func find(_ wanted: Unicode.Scalar, from place: Int, forth: Bool, count: Int) -> Int? {
        let places =
            forth
            ? Array(text[..<lineEnd(place)].indices.dropFirst(place + 1))
            : (lineStart(place)..<place).reversed()
        let found = places.filter { text[$0] == wanted }
        return found.count >= count ? found[count - 1] : nil
    }

    /// The bracket that belongs to the first one from a place on, as the parser pairs them: those in strings
    /// and comments are text.
    func partner(_ place: Int) -> Int? {
        let line = place..<lineEnd(place)
        let found = pairs.compactMap { pair -> (from: Int, to: Int)? in
            guard Self.brackets.contains(text[pair.open]) else { return nil }
            if line.contains(pair.open) { return (pair.open, pair.close) }
            return line.contains(pair.close) ? (pair.close, pair.open) : nil
        }
        return found.min { $0.from < $1.from }?.to
    }

    static let brackets: Set<Unicode.Scalar> = ["(", "[", "{"]

    // MARK: - Words

    /// Letters, other signs, spaces; where `isBig`, what is no space is one kind.
    func kind(_ place: Int, _ isBig: Bool) -> Int {
        let scalar = text[place]
        if scalar == " " || scalar == "\n" || scalar == "\t" { return 0 }
        if isBig { return 1 }
        let properties = scalar.properties
        return properties.isAlphabetic || properties.numericType != nil || scalar == "_"
            || scalar.value >= 0x300 ? 1 : 2
    }

    func nextWord(_ place: Int, isBig: Bool) -> Int {
        var index = place
        guard index < text.count else { return index }
        let first = kind(index, isBig)
        while index < text.count, first != 0, kind(index, isBig) == first { index += 1 }
        while index < text.count, kind(index, isBig) == 0 { index += 1 }
        return index
    }

    func previousWord(_ place: Int, isBig: Bool) -> Int {
        var index = place
        while index > 0, kind(index - 1, isBig) == 0 { index -= 1 }
        guard index > 0 else { return 0 }
        let last = kind(index - 1, isBig)
        while index > 0, kind(index - 1, isBig) == last { index -= 1 }
        return index
    }

    /// The last character of a word.
    func wordEnd(_ place: Int, isBig: Bool) -> Int {
        var index = place + 1
        while index < text.count, kind(index, isBig) == 0 { index += 1 }
        guard index < text.count else { return max(0, text.count - 1) }
        let first = kind(index, isBig)
        while index + 1 < text.count, kind(index + 1, isBig) == first { index += 1 }
        return index
    }
}
