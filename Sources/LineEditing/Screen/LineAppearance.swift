package import TerminalText

/// A style of some scalars of a text.
package struct StyledRange: Equatable, Sendable {
    package var range: Range<Int>
    package var style: TextStyle

    package init(_ range: Range<Int>, _ style: TextStyle) {
        self.range = range
        self.style = style
    }
}

/// An opening bracket or quote and the one that closes it, as numbers of scalars.
package typealias BracketPlaces = (open: Int, close: Int)

/// How the text on the line looks. Places are numbers of scalars.
package struct LineAppearance: Sendable {
    /// In the order of the text; none reaches into another.
    package var styles: [StyledRange]
    /// Opening brackets and quotes with those that close them.
    package var pairs: [BracketPlaces]
    /// How the pair at the cursor looks.
    package var pairStyle: TextStyle

    package init(
        styles: [StyledRange] = [], pairs: [BracketPlaces] = [],
        pairStyle: TextStyle = .plain
    ) {
        self.styles = styles
        self.pairs = pairs
        self.pairStyle = pairStyle
    }

    /// The styles with the pair at the cursor marked: the bracket under the cursor, or before it.
    func styles(cursor: Int?) -> [StyledRange] {
        guard let cursor, !pairStyle.isPlain, let pair = pair(at: cursor) else { return styles }
        return [pair.open, pair.close].reduce(styles) { add(pairStyle, at: $1, to: $0) }
    }

    /// The pair of the bracket under the cursor, or before it.
    func pair(at cursor: Int) -> BracketPlaces? {
        pairs.last { $0.open == cursor || $0.close == cursor }
            ?? pairs.last { $0.open + 1 == cursor || $0.close + 1 == cursor }
    }

    /// The opening mark of the innermost pair that a place is in.
    func innermostOpening(around place: Int) -> Int? {
        pairs.filter { $0.open < place && place <= $0.close }.map(\.open).max()
    }

    /// A style in place of what some scalars have of their own.
    func adding(_ style: TextStyle, in range: Range<Int>) -> LineAppearance {
        var appearance = self
        for place in range { appearance.styles = add(style, at: place, to: appearance.styles) }
        return appearance
    }

    /// Adds a style to one scalar.
    private func add(_ style: TextStyle, at place: Int, to styles: [StyledRange]) -> [StyledRange] {
        guard let index = styles.firstIndex(where: { $0.range.upperBound > place }) else {
            return styles + [StyledRange(place..<place + 1, style)]
        }
        var result = styles
        let old = styles[index]
        guard old.range.contains(place) else {
            result.insert(StyledRange(place..<place + 1, style), at: index)
            return result
        }
        let pieces = [
            StyledRange(old.range.lowerBound..<place, old.style),
            StyledRange(place..<place + 1, old.style + style),
            StyledRange(place + 1..<old.range.upperBound, old.style),
        ]
        result.replaceSubrange(index...index, with: pieces.filter { !$0.range.isEmpty })
        return result
    }
}
