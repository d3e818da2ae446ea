import LineEditing
import Session
import Syntax
import TerminalText

/// How a text on the line looks: the roles of its parts in the terminal's colours.
enum LineLook {
    static func appearance(of text: String, _ session: Session, _ colours: RoleColours)
        -> LineAppearance
    {
        let highlighter = Highlighter(text, in: session)
        let places = ScalarPlaces(text)
        var styles = highlighter.parts.compactMap { part -> StyledRange? in
            let style = colours.style(of: part.role)
            return style.isPlain ? nil : StyledRange(places.range(part.range), style)
        }
        let unclosed = colours.style(of: .unclosed)
        for pair in highlighter.pairs where pair.close == nil && !unclosed.isPlain {
            styles = mark(places.range(pair.open), unclosed, in: styles)
        }
        let unknown = colours.style(of: .unknown)
        for stray in highlighter.strayClosings where !unknown.isPlain {
            styles = mark(places.range(stray), unknown, in: styles)
        }
        let pairs = highlighter.pairs.compactMap { pair -> BracketPlaces? in
            guard let close = pair.close else { return nil }
            return (places.range(pair.open).lowerBound, places.range(close).lowerBound)
        }
        return LineAppearance(styles: styles, pairs: pairs, pairStyle: colours.pair)
    }

    /// One scalar in a style of its own.
    private static func mark(_ range: Range<Int>, _ style: TextStyle, in styles: [StyledRange])
        -> [StyledRange]
    {
        var result: [StyledRange] = []
        for old in styles {
            let lower = min(max(range.lowerBound, old.range.lowerBound), old.range.upperBound)
            let upper = min(max(range.upperBound, old.range.lowerBound), old.range.upperBound)
            let pieces = [old.range.lowerBound..<lower, upper..<old.range.upperBound]
                .filter { !$0.isEmpty }
            result += pieces.map { StyledRange($0, old.style) }
        }
        let place = result.firstIndex { $0.range.lowerBound > range.lowerBound } ?? result.count
        result.insert(StyledRange(range, style), at: place)
        return result
    }
}

/// Places in the bytes of a text as numbers of scalars.
struct ScalarPlaces {
    /// nil for a text of ASCII, in which both are the same.
    private var places: [Int]?

    init(_ text: String) {
        guard !text.utf8.allSatisfy({ $0 < 0x80 }) else { return }
        var places: [Int] = []
        var count = -1
        for byte in text.utf8 {
            if byte & 0xC0 != 0x80 { count += 1 }
            places.append(count)
        }
        self.places = places + [count + 1]
    }

    func range(_ range: SourceRange) -> Range<Int> { place(range.lower)..<place(range.upper) }

    private func place(_ byte: Int) -> Int {
        guard let places else { return byte }
        return places[min(max(byte, 0), places.count - 1)]
    }
}
