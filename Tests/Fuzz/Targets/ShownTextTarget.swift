import TerminalText

/// Text that is shown: no control character acts on a terminal, and what is cut or wrapped fits.
enum ShownTextTarget: FuzzTarget {
    static let name = "shown"

    static func take(_ bytes: [UInt8]) {
        guard let first = bytes.first else { return }
        let text = String(decoding: bytes.dropFirst(), as: UTF8.self)
        let columns = Int(first % 100) + 2
        check(ShownText(text).encoded, newlines: false)
        check(ShownText(lines: text).encoded, newlines: true)
        let interpolated: ShownText = "a \(text)\n b"
        check(interpolated.encoded, newlines: true)
        let plain = TerminalText.printable(text)
        promise(TerminalText.printable(plain) == plain, "printable text is changed")
        for cut in [
            TerminalText.prefix(plain, columns: columns),
            TerminalText.suffix(plain, columns: columns),
        ] {
            promise(TerminalText.columns(cut) <= columns, "what is cut does not fit")
        }
        let fitted = TerminalText.fit(text, columns: columns)
        promise(TerminalText.columns(fitted) == columns, "what is fitted has other columns")
        let wrapped = TerminalText.wrap(plain, columns: columns)
        let letters = { (text: String) in text.unicodeScalars.filter { $0 != " " } }
        promise(
            letters(wrapped.joined()).elementsEqual(letters(plain)), "wrapping loses characters")
    }

    private static func check(_ shown: String, newlines: Bool) {
        for scalar in shown.unicodeScalars where !(newlines && scalar == "\n") {
            let isControl = scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)
            promise(
                !isControl && !TerminalText.turnsDirection(scalar), "shown text acts on a terminal")
        }
    }
}
