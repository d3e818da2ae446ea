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
        return [pair.open, pair.close].reduce(styles) {
            Self.add(pairStyle, in: $1..<$1 + 1, to: $0)
        }
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

    /// The same with a further style for some scalars.
    func adding(_ style: TextStyle, in range: Range<Int>) -> LineAppearance {
        var appearance = self
        appearance.styles = Self.add(style, in: range, to: styles)
        return appearance
    }

    private static func add(
        _ style: TextStyle, in range: Range<Int>, to styles: [StyledRange]
    ) -> [StyledRange] {
        var result: [StyledRange] = []
        var place = range.lowerBound
        func append(_ lower: Int, _ upper: Int, _ style: TextStyle) {
            if lower < upper { result.append(StyledRange(lower..<upper, style)) }
        }
        for old in styles {
            let (lower, upper) = (old.range.lowerBound, old.range.upperBound)
            append(lower, min(upper, range.lowerBound), old.style)
            let inside = old.range.clamped(to: range)
            let begins = min(max(lower, range.lowerBound), range.upperBound)
            append(place, begins, style)
            append(inside.lowerBound, inside.upperBound, old.style + style)
            place = max(place, begins, inside.isEmpty ? place : inside.upperBound)
            append(max(lower, range.upperBound), upper, old.style)
        }
        append(place, range.upperBound, style)
        return result
    }
}
