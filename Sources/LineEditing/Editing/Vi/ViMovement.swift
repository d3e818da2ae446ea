/// Where a movement of vi's leads, and what an operator takes on the way.
struct ViMovement {
    var place: Int
    /// The character there is taken too.
    var isInclusive = false
    /// Whole lines are taken.
    var takesLines = false

    private init(_ place: Int, isInclusive: Bool = false, takesLines: Bool = false) {
        (self.place, self.isInclusive, self.takesLines) = (place, isInclusive, takesLines)
    }

    /// The movement of a key; nil where it leads nowhere. The target is the character that f, F, t and T look
    /// for; the count is nil where none was typed.
    init?(
        _ key: Unicode.Scalar, target: Unicode.Scalar?, count given: Int?, in text: ViText,
        from cursor: Int
    ) {
        let count = given ?? 1
        func repeated(_ step: (Int) -> Int) -> Int {
            var place = cursor
            for _ in 0..<count {
                let next = step(place)
                if next == place { break }
                place = next
            }
            return place
        }
        let (start, end) = (text.lineStart(cursor), text.lineEnd(cursor))
        switch key {
        case "h", "\u{8}", "\u{7F}": self.init(max(start, repeated(text.previous)))
        case "l", " ": self.init(min(end, repeated(text.next)))
        case "0": self.init(start)
        case "^", "_": self.init(text.firstLetter(cursor))
        case "$": self.init(text.line(cursor, below: count - 1).map(text.lineEnd) ?? end)
        case "|": self.init(min(end, start + count - 1))
        case "w", "W": self.init(repeated { text.nextWord($0, isBig: key == "W") })
        case "b", "B": self.init(repeated { text.previousWord($0, isBig: key == "B") })
        case "e", "E":
            self.init(repeated { text.wordEnd($0, isBig: key == "E") }, isInclusive: true)
        case "j", "k", "+", "-":
            let isDown = key == "j" || key == "+"
            guard let place = text.line(cursor, below: isDown ? count : -count) else { return nil }
            self.init(place, takesLines: true)
        case "G":
            let line = given.flatMap { text.line(0, below: $0 - 1) } ?? text.text.count
            self.init(text.firstLetter(line), takesLines: true)
        case "g": self.init(text.firstLetter(0), takesLines: true)
        case "%":
            guard let place = text.partner(cursor) else { return nil }
            self.init(place, isInclusive: true)
        case "f", "F", "t", "T":
            let isForth = key == "f" || key == "t"
            guard let target,
                let place = text.find(target, from: cursor, forth: isForth, count: count)
            else { return nil }
            let isBeside = key == "t" || key == "T"
            self.init(
                isBeside ? (isForth ? text.previous(place) : text.next(place)) : place,
                isInclusive: isForth)
        default: return nil
        }
    }

    /// The places that an operator takes.
    func range(from cursor: Int, in text: ViText) -> Range<Int> {
        let (lower, upper) = (min(cursor, place), max(cursor, place))
        if takesLines { return text.lineStart(lower)..<text.lineEnd(upper) }
        return lower..<(isInclusive ? text.next(upper) : upper)
    }

    /// Keys that lead somewhere.
    static let keys: Set<Unicode.Scalar> = [
        "h", "l", " ", "\u{8}", "\u{7F}", "0", "^", "_", "$", "|", "w", "W", "b", "B", "e", "E",
        "j",
        "k", "+", "-", "G", "g", "%", "f", "F", "t", "T",
    ]
}
