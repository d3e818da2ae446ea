/// Hits of a search in text that is shown.
extension ShownText {
    /// Without the codes of styles.
    package var plain: String {
        String(String.UnicodeScalarView(Self.parts(encoded).text.map(\.0)))
    }

    /// The same with each hit of a pattern in a style; small letters stand for capital ones too.
    package func marking(_ pattern: String, _ style: TextStyle) -> ShownText {
        let (text, codes) = Self.parts(encoded)
        let hits = Self.hits(Self.small(pattern.unicodeScalars), in: Self.small(text.map(\.0)))
        guard !hits.isEmpty else { return self }
        var shown = String.UnicodeScalarView()
        var active = ""
        var left = hits[...]
        for (index, (scalar, codeCount)) in text.enumerated() {
            for code in codes[codeCount] {
                shown += code.unicodeScalars
                active = code == TextStyle.end ? "" : active + code
                if left.first?.contains(index) == true, index > left[left.startIndex].lowerBound {
                    shown += style.code.unicodeScalars
                }
            }
            if left.first?.lowerBound == index { shown += style.code.unicodeScalars }
            shown.append(scalar)
            if left.first?.upperBound == index + 1 {
                shown += (TextStyle.end + active).unicodeScalars
                left.removeFirst()
            }
        }
        for code in codes[text.count] { shown += code.unicodeScalars }
        return ShownText(encoded: String(shown))
    }

    /// The scalars that are seen, each with its number, and the codes before each and at the end.
    private static func parts(_ encoded: String) -> (
        text: [(Unicode.Scalar, Int)], codes: [[String]]
    ) {
        var text: [(Unicode.Scalar, Int)] = []
        var codes: [[String]] = [[]]
        var code: String?
        for scalar in encoded.unicodeScalars {
            if let begun = code {
                let isEnd = scalar.value >= 0x40 && scalar != "["
                code = isEnd ? nil : begun + String(scalar)
                if isEnd { codes[text.count].append(begun + String(scalar)) }
            } else if scalar == "\u{1B}" {
                code = "\u{1B}"
            } else {
                text.append((scalar, text.count))
                codes.append([])
            }
        }
        return (text, codes)
    }

    private static func small(_ scalars: some Sequence<Unicode.Scalar>) -> [Unicode.Scalar] {
        scalars.map { scalar in
            let lower = scalar.properties.lowercaseMapping.unicodeScalars
            return lower.count == 1 ? lower.first ?? scalar : scalar
        }
    }

    private static func hits(_ pattern: [Unicode.Scalar], in text: [Unicode.Scalar]) -> [Range<Int>]
    {
        guard !pattern.isEmpty else { return [] }
        var hits: [Range<Int>] = []
        var place = 0
        while place + pattern.count <= text.count {
            if text[place..<place + pattern.count].elementsEqual(pattern) {
                hits.append(place..<place + pattern.count)
                place += pattern.count
            } else {
                place += 1
            }
        }
        return hits
    }
}
