/// Shows a diagnostic: the sentence, the line, and a caret under the culprit.
package struct DiagnosticRenderer: Sendable {
    /// Whether the place is told by name, line and column (a script) or only shown (a cell).
    package var showsLocation: Bool
    package var usesColour: Bool
    /// Longer lines are clipped around the caret.
    package var columns: Int

    package init(showsLocation: Bool, usesColour: Bool = false, columns: Int = 100) {
        self.showsLocation = showsLocation
        self.usesColour = usesColour
        self.columns = max(20, columns)
    }

    /// Two or three lines without a final newline.
    package func render(_ diagnostic: Diagnostic) -> String {
        let source = diagnostic.source
        let line = source.lineRange(containing: diagnostic.range.lower)
        let location = source.location(of: diagnostic.range.lower)
        let place = showsLocation ? "\(source.name):\(location.line):\(location.column): " : ""
        let label = colour("\(diagnostic.severity.rawValue):", "1;31")
        let head = "\(place)\(label) \(TextWidth.printable(diagnostic.message))"
        let before = TextWidth.printable(
            source.text(in: SourceRange(line.lower, diagnostic.range.lower)))
        let marked = TextWidth.printable(
            source.text(
                in: SourceRange(
                    diagnostic.range.lower,
                    min(diagnostic.range.upper, max(line.upper, diagnostic.range.lower)))))
        let after = TextWidth.printable(
            source.text(
                in: SourceRange(
                    min(max(diagnostic.range.upper, diagnostic.range.lower), line.upper), line.upper
                )))
        let width = columns - 4
        let shownBefore = TextWidth.suffix(before, width: width / 2)
        let shownMarked = TextWidth.prefix(marked, width: width / 2)
        let room = width - TextWidth.columns(shownBefore) - TextWidth.columns(shownMarked)
        let shownAfter = shownMarked == marked ? TextWidth.prefix(after, width: max(room, 1)) : ""
        let carets = "^" + String(repeating: "~", count: max(0, TextWidth.columns(shownMarked) - 1))
        let margin = String(repeating: " ", count: TextWidth.columns(shownBefore))
        let hint = diagnostic.hint.map { " " + TextWidth.printable($0) } ?? ""
        if shownBefore.isEmpty, shownMarked.isEmpty, shownAfter.isEmpty {
            return hint.isEmpty ? head : head + "\n " + hint
        }
        return """
            \(head)
              \(shownBefore)\(shownMarked)\(shownAfter)
              \(margin)\(colour(carets, "1;32"))\(hint)
            """
    }

    private func colour(_ text: String, _ code: String) -> String {
        usesColour ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}

/// How wide text is in a terminal, and what of it may be sent there.
package enum TextWidth {
    /// The text with control characters made visible (`\x1b`), so that none acts on the terminal.
    package static func printable(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            if scalar == "\t" {
                result += "    "
            } else if scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) {
                result += "\\x" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
            } else if [0x200E, 0x200F].contains(scalar.value)
                || (0x202A...0x202E).contains(scalar.value)
                || (0x2066...0x2069).contains(scalar.value)
            {
                result += "\\u{" + String(scalar.value, radix: 16) + "}"
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// Columns that printable text takes: two for a wide (East Asian) character, none for a mark
    /// that joins the one before.
    package static func columns(_ text: String) -> Int { text.reduce(0) { $0 + columns($1) } }

    static func columns(_ character: Character) -> Int {
        guard let scalar = character.unicodeScalars.first else { return 0 }
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3,
            0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF,
            0x20000...0x3FFFD:
            return 2
        default:
            let isMark =
                scalar.properties.generalCategory == .nonspacingMark
                || (0x200B...0x200D).contains(scalar.value)
            return isMark ? 0 : 1
        }
    }

    /// The beginning that fits, with … where something was cut.
    static func prefix(_ text: String, width: Int) -> String {
        clip(text, width: width).map { $0 + "…" } ?? text
    }

    /// The end that fits, with … where something was cut.
    static func suffix(_ text: String, width: Int) -> String {
        clip(String(text.reversed()), width: width).map { "…" + String($0.reversed()) } ?? text
    }

    /// What fits beside an ellipsis; nil when all of it fits.
    private static func clip(_ text: String, width: Int) -> String? {
        var used = 0
        var kept = ""
        for character in text {
            used += columns(character)
            if used > width { return kept }
            if used <= width - 1 { kept.append(character) }
        }
        return nil
    }
}
