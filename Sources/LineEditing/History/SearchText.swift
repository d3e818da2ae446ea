/// A text as a search compares it: small letters stand for capital ones too, and a Hangul syllable is the
/// letters that it is written with, so that ㅈ finds 정.
struct SearchText {
    let letters: [Unicode.Scalar]

    init(_ text: String, ignoringCase: Bool) {
        letters = text.unicodeScalars.flatMap { Self.letters(of: $0, ignoringCase) }
    }

    /// The letters of a scalar.
    private static func letters(of scalar: Unicode.Scalar, _ ignoresCase: Bool) -> [Unicode.Scalar]
    {
        if scalar.value < 0x80 {
            let isCapital = ignoresCase && (0x41...0x5A).contains(scalar.value)
            return [isCapital ? Unicode.Scalar(UInt8(scalar.value) + 32) : scalar]
        }
        if let jamo = Jamo.letters(of: scalar) { return jamo }
        guard ignoresCase else { return [scalar] }
        let lower = Array(scalar.properties.lowercaseMapping.unicodeScalars)
        return lower.count == 1 ? lower : [scalar]
    }

    /// Where a pattern stands, in letters.
    func find(_ pattern: SearchText) -> Range<Int>? {
        let (needle, hay) = (pattern.letters, letters)
        guard let first = needle.first, needle.count <= hay.count else { return nil }
        for start in 0...(hay.count - needle.count)
        where hay[start] == first && hay[start..<start + needle.count].elementsEqual(needle) {
            return start..<start + needle.count
        }
        return nil
    }

    /// Adds a text's letters as UTF-8.
    static func appendLetters(of text: String, ignoringCase: Bool, to bytes: inout [UInt8]) {
        guard text.utf8.allSatisfy({ $0 < 0x80 }) else {
            let letters = SearchText(text, ignoringCase: ignoringCase).letters
            bytes += String(scalars: letters).utf8
            return
        }
        guard ignoringCase else { return bytes += text.utf8 }
        for byte in text.utf8 { bytes.append((0x41...0x5A).contains(byte) ? byte + 32 : byte) }
    }

    /// Where a pattern stands in a text, in scalars of the text.
    static func place(of pattern: String, in text: String) -> Range<Int>? {
        let ignoresCase = !pattern.contains(where: \.isUppercase)
        guard
            let found = SearchText(text, ignoringCase: ignoresCase)
                .find(SearchText(pattern, ignoringCase: ignoresCase))
        else { return nil }
        var (letter, lower, upper) = (0, 0, 0)
        for (index, scalar) in text.unicodeScalars.enumerated() {
            let next = letter + letters(of: scalar, ignoresCase).count
            if letter <= found.lowerBound { lower = index }
            if letter < found.upperBound { upper = index + 1 }
            letter = next
        }
        return lower..<upper
    }
}
