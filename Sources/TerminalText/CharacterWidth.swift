/// Columns that a terminal gives to a scalar or a character.
enum CharacterWidth {
    /// Two for East Asian wide scalars and emoji, none for marks that join the one before.
    static func columns(_ scalar: Unicode.Scalar) -> Int {
        switch scalar.value {
        case 0x20..<0x7F: 1
        case let value where isInside(CharacterWidths.zero, value): 0
        case let value where isInside(CharacterWidths.wide, value): 2
        default: 1
        }
    }

    /// At most two: an emoji of several scalars, a flag and a Hangul syllable of jamo are one sign.
    static func columns(_ character: Character) -> Int {
        let scalars = character.unicodeScalars
        guard let first = scalars.first else { return 0 }
        let rest = scalars.dropFirst()
        if rest.isEmpty { return columns(first) }
        // U+FE0F asks for the coloured picture of a sign that is text otherwise.
        let isPicture = first.properties.isEmoji && rest.first == "\u{FE0F}"
        let isWidened = rest.contains { $0.properties.generalCategory == .spacingMark }
        return isPicture || isWidened ? 2 : min(2, scalars.reduce(0) { $0 + columns($1) })
    }

    /// Whether a value is in one of the ranges, whose first and last values alternate in order.
    private static func isInside(_ bounds: [UInt32], _ value: UInt32) -> Bool {
        var low = 0
        var high = bounds.count / 2
        while low < high {
            let middle = (low + high) / 2
            if bounds[2 * middle + 1] < value { low = middle + 1 } else { high = middle }
        }
        return 2 * low < bounds.count && bounds[2 * low] <= value
    }
}
