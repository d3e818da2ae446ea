/// What stands around the cursor as vi names it behind d, c or y: `iw` a word, `i"` a string, `a(` a pair of
/// brackets with what is in it, `ia` the value of an argument and `aa` the whole argument.
struct ViObject {
    var range: Range<Int>
    /// Whole lines are taken.
    var isLines = false

    /// The object of a key; nil where there is none.
    init?(_ key: Unicode.Scalar, isInner: Bool, in text: ViText, at cursor: Int) {
        switch key {
        case "w", "W":
            guard let word = text.word(at: cursor, isBig: key == "W") else { return nil }
            range = isInner ? word : text.withSpaces(word)
        case "a":
            guard let argument = text.argument(at: cursor) else { return nil }
            range = isInner ? text.value(of: argument) : text.withSpaces(argument)
        default:
            guard let open = Self.openers[key], let pair = text.pair(open, around: cursor) else {
                return nil
            }
            let whole = pair.open..<pair.close + 1
            let isQuote = !ViText.brackets.contains(open)
            guard isInner else {
                range = isQuote ? text.withSpaces(whole) : whole
                return
            }
            let (first, last) = (text.lineEnd(pair.open), text.lineStart(pair.close))
            // Of a block over several lines, its own brackets keep theirs.
            let isBlock =
                first < last && first == pair.open + 1 && text.firstLetter(last) == pair.close
            (range, isLines) =
                isBlock && first + 1 < last
                ? (first + 1..<last - 1, true) : (pair.open + 1..<pair.close, false)
        }
    }

    private static let openers: [Unicode.Scalar: Unicode.Scalar] = [
        "(": "(", ")": "(", "b": "(", "[": "[", "]": "[", "{": "{", "}": "{", "B": "{",
        "\"": "\"", "'": "'",
    ]
}

extension ViText {
    /// The innermost pair of some opening mark that a place is in; without any, the next one of the line.
    fileprivate func pair(_ open: Unicode.Scalar, around place: Int) -> BracketPlaces? {
        let kind = pairs.filter { text[$0.open] == open }
        let around = kind.filter { ($0.open...$0.close).contains(place) }
        return around.max { $0.open < $1.open }
            ?? kind.filter { $0.open > place && $0.open < lineEnd(place) }.min { $0.open < $1.open }
    }

    /// Characters of a kind around a place: of a word, or the spaces between two.
    fileprivate func word(at place: Int, isBig: Bool) -> Range<Int>? {
        let line = lineStart(place)..<lineEnd(place)
        guard line.contains(place) else { return nil }
        let wanted = kind(place, isBig)
        var (lower, upper) = (place, place + 1)
        while lower > line.lowerBound, kind(lower - 1, isBig) == wanted { lower -= 1 }
        while upper < line.upperBound, kind(upper, isBig) == wanted { upper += 1 }
        return lower..<upper
    }

    /// A range with the spaces behind it; where there are none, with those before it.
    fileprivate func withSpaces(_ range: Range<Int>) -> Range<Int> {
        var (lower, upper) = (range.lowerBound, range.upperBound)
        while upper < text.count, text[upper] == " " { upper += 1 }
        guard upper == range.upperBound else { return lower..<upper }
        while lower > lineStart(range.lowerBound), text[lower - 1] == " " { lower -= 1 }
        return lower == lineStart(range.lowerBound) ? range : lower..<upper
    }

    /// The argument that a place is in, or the next one of the line: what stands between spaces, where strings
    /// and what is in brackets belong together.
    fileprivate func argument(at place: Int) -> Range<Int>? {
        let end = lineEnd(place)
        var start = lineStart(place)
        var index = start
        while index < end {
            if text[index] == " " {
                if start < index, place < index { break }
                start = index + 1
            }
            index = pairs.first { isWhole($0, from: index, place) }.map { $0.close } ?? index
            index += 1
        }
        let upper = min(index, end)
        return start < upper ? start..<upper : nil
    }

    private func isWhole(_ pair: BracketPlaces, from place: Int, _ cursor: Int) -> Bool {
        pair.open == place && (text[place] != "{" || !(pair.open...pair.close).contains(cursor))
    }

    /// What stands behind the `=` of an argument; where there is none, all of it.
    fileprivate func value(of argument: Range<Int>) -> Range<Int> {
        let name = text[argument].prefix { $0.properties.isAlphabetic || $0 == "_" || $0 == "-" }
        guard !name.isEmpty, name.endIndex + 1 < argument.upperBound, text[name.endIndex] == "="
        else { return argument }
        return name.endIndex + 1..<argument.upperBound
    }
}
