extension Transcript {
    /// Whether a text is what an excerpt of it says, compared as `differences` compares.
    ///
    /// In the excerpt `…` stands for what is left out: as a line of its own for any number of lines,
    /// between words for any number of words.
    package static func matches(excerpt: String, text: String, tolerance: Double) -> Bool {
        matches(filledLines(excerpt)[...], filledLines(text)[...], isGap: isGap) { excerpt, line in
            matches(tokens(excerpt)[...], tokens(line)[...], isGap: { $0 == .word(gap) }) {
                isSame($0, $1, tolerance)
            }
        }
    }

    private static let gap = "…"

    private static func isGap(_ line: String) -> Bool {
        line.split(whereSeparator: \.isWhitespace) == [gap[...]]
    }

    private static func filledLines(_ text: String) -> [String] {
        text.split(separator: "\n").map(String.init).filter { !$0.allSatisfy(\.isWhitespace) }
    }

    private static func matches<Piece>(
        _ excerpt: ArraySlice<Piece>, _ text: ArraySlice<Piece>, isGap: (Piece) -> Bool,
        isSame: (Piece, Piece) -> Bool
    ) -> Bool {
        guard let first = excerpt.first else { return text.isEmpty }
        if isGap(first) {
            return (text.startIndex...text.endIndex).contains {
                matches(excerpt.dropFirst(), text[$0...], isGap: isGap, isSame: isSame)
            }
        }
        guard let piece = text.first, isSame(first, piece) else { return false }
        return matches(excerpt.dropFirst(), text.dropFirst(), isGap: isGap, isSame: isSame)
    }
}
