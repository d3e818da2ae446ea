/// Characters that look like those of the language.
extension Parser {
    /// A diagnostic for a character that a document or a phone put in place of a plain one.
    mutating func strangeCharacter() -> Abandoned? {
        guard let byte = current else { return nil }
        let text = source.text(in: here)
        if let plain = Parser.lookalikes[text] {
            return fail("'\(text)' is not a character of the language", hint: "write \(plain)")
        }
        if byte < 0x20, byte != UInt8(ascii: "\n"), byte != UInt8(ascii: "\t"),
            byte != UInt8(ascii: "\r")
        {
            return fail(
                "there is a control character here (\\x\(String(byte, radix: 16)))",
                hint: "remove it")
        }
        return nil
    }

    private static let lookalikes: [String: String] = [
        "“": "\"", "”": "\"", "„": "\"", "‘": "'", "’": "'", "−": "-", "–": "-", "—": "-",
        "×": "*", "·": "*", "÷": "/", "≤": "<=", "≥": ">=", "≠": "!=", "…": "..",
        "\u{A0}": "a space",
        "\u{3000}": "a space", "，": ",", "（": "(", "）": ")", "＝": "=",
    ]
}
