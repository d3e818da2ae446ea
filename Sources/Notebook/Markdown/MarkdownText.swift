/// Backslashes, entities and kinds of characters.
enum MarkdownText {
    /// The text with its backslash escapes and entities replaced.
    static func plain(_ text: ArraySlice<Unicode.Scalar>) -> String {
        var result = String.UnicodeScalarView()
        var index = text.startIndex
        while index < text.endIndex {
            let scalar = text[index]
            if scalar == "\\", index + 1 < text.endIndex, isPunctuation(ascii: text[index + 1]) {
                result.append(text[index + 1])
                index += 2
            } else if scalar == "&", let (meaning, length) = entity(text[index...]) {
                result.append(meaning)
                index += length
            } else {
                result.append(scalar)
                index += 1
            }
        }
        return String(result)
    }

    /// What `&amp;`, `&#38;` or `&#x26;` at the beginning means, and its length.
    static func entity(_ text: ArraySlice<Unicode.Scalar>) -> (Unicode.Scalar, length: Int)? {
        let name = String(scalars: text.dropFirst().prefix(32).prefix { $0 != ";" })
        guard text.dropFirst(name.unicodeScalars.count + 1).first == ";" else { return nil }
        let length = name.unicodeScalars.count + 2
        guard name.hasPrefix("#") else {
            return MarkdownEntities.named[name].flatMap(Unicode.Scalar.init).map { ($0, length) }
        }
        let isHex = name.hasPrefix("#x") || name.hasPrefix("#X")
        let digits = name.dropFirst(isHex ? 2 : 1)
        guard !digits.isEmpty, digits.count <= (isHex ? 6 : 7),
            digits.allSatisfy({ isHex ? $0.isHexDigit : $0.isASCII && $0.isNumber }),
            let value = UInt32(digits, radix: isHex ? 16 : 10)
        else { return nil }
        return (value == 0 ? "\u{FFFD}" : Unicode.Scalar(value) ?? "\u{FFFD}", length)
    }

    static func isPunctuation(ascii scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII && isPunctuation(scalar)
    }

    static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
            .initialPunctuation, .finalPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol,
            .modifierSymbol, .otherSymbol:
            true
        default: false
        }
    }
}
