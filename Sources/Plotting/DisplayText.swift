/// Text as it may be shown: without control characters, and measured in terminal columns.
package enum DisplayText {
    /// Without control characters and without the marks that turn the direction of writing.
    package static func clean(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.filter { scalar in
                    let isControl = scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)
                    let isBidi =
                        (0x202A...0x202E).contains(scalar.value)
                        || (0x2066...0x2069).contains(scalar.value)
                    return !isControl && !isBidi
                }))
    }

    /// Terminal columns: two for a wide character, none for a mark over another.
    package static func width(_ text: String) -> Int { text.reduce(0) { $0 + width($1) } }

    package static func width(_ character: Character) -> Int {
        guard let scalar = character.unicodeScalars.first else { return 0 }
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3,
            0xF900...0xFAFF,
            0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
            return 2
        default: return scalar.properties.generalCategory == .nonspacingMark ? 0 : 1
        }
    }

    /// Cut or padded to exactly `columns`.
    package static func fit(
        _ text: String, _ columns: Int, centred: Bool = false, right: Bool = false
    ) -> String {
        let text = cut(clean(text), columns)
        let room = max(0, columns - width(text))
        let left = right ? room : centred ? room / 2 : 0
        return String(repeating: " ", count: left) + text
            + String(repeating: " ", count: room - left)
    }

    /// The beginning that fits, with … where something was cut.
    package static func cut(_ text: String, _ columns: Int) -> String {
        guard width(text) > columns else { return text }
        var result = ""
        var used = 0
        for character in text {
            used += width(character)
            if used > columns - 1 { break }
            result.append(character)
        }
        return columns > 0 ? result + "…" : ""
    }
}
