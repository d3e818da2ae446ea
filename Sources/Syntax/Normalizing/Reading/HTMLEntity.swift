/// `&lt;`, `&#39;` and `&#x27;`: a character by its name or number.
enum HTMLEntity {
    private static let named: [String: Unicode.Scalar] = [
        "gt": ">", "lt": "<", "amp": "&", "nbsp": "\u{A0}", "quot": "\"", "apos": "'", "minus": "-",
        "ensp": " ", "emsp": " ", "thinsp": " ", "ndash": "\u{2013}", "mdash": "\u{2014}",
        "lsquo": "\u{2018}", "rsquo": "\u{2019}", "ldquo": "\u{201C}", "rdquo": "\u{201D}",
        "lbrack": "[", "rbrack": "]", "lsqb": "[", "rsqb": "]", "lcub": "{", "rcub": "}",
        "lpar": "(",
        "rpar": ")", "equals": "=", "num": "#", "dollar": "$", "lowbar": "_", "percnt": "%",
        "hellip": "\u{2026}", "times": "\u{D7}", "middot": "\u{B7}", "ZeroWidthSpace": "\u{200B}",
    ]

    /// The character at the beginning of a text, and how long its entity is.
    static func read(_ text: ArraySlice<Unicode.Scalar>) -> (Unicode.Scalar, length: Int)? {
        let word = text.dropFirst().prefix(12).prefix {
            $0.isWordScalar && $0.value < 0x80 || $0 == "#"
        }
        guard text.first == "&", !word.isEmpty, text.dropFirst(word.count + 1).first == ";" else {
            return nil
        }
        return scalar(String(scalars: word)).map { ($0, word.count + 2) }
    }

    private static func scalar(_ word: String) -> Unicode.Scalar? {
        guard word.hasPrefix("#") else { return named[word] }
        let digits = word.dropFirst()
        let isHex = digits.first == "x" || digits.first == "X"
        let value = isHex ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits, radix: 10)
        return value.flatMap(Unicode.Scalar.init)
    }
}
