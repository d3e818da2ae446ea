package import TerminalText

/// Shows a diagnostic: the sentence, the line, and a caret under the culprit.
package struct DiagnosticRenderer: Sendable {
    /// Whether the place is told by name, line and column (a script) or only shown (a cell).
    package var showsLocation: Bool
    package var usesColour: Bool
    /// Longer lines of source are clipped around the caret.
    package var columns: Int

    /// Whether sentences that are longer go on in further lines.
    package var wraps: Bool

    package init(
        showsLocation: Bool, usesColour: Bool = false, columns: Int = 100, wraps: Bool = false
    ) {
        self.showsLocation = showsLocation
        self.wraps = wraps
        self.usesColour = usesColour
        self.columns = max(20, columns)
    }

    /// Two or three lines, or more where they are wrapped, without a final newline.
    package func render(_ diagnostic: Diagnostic) -> ShownText {
        let source = diagnostic.source
        let line = source.lineRange(containing: diagnostic.range.lower)
        let location = source.location(of: diagnostic.range.lower)
        let name = TerminalText.printable(source.name)
        let place = showsLocation ? "\(name):\(location.line):\(location.column): " : ""
        let label = "\(diagnostic.severity.rawValue):"
        let title = place + label
        let wrapped = wrap("\(title) \(TerminalText.printable(diagnostic.message))")
        // Wrapped by its columns first, for colours have none.
        let coloured = ShownText(label).styled(usesColour ? .severity : .plain)
        let first = (wrapped.first ?? "").dropFirst(title.count)
        let head =
            ["\(place)\(coloured)\(String(first))"] + wrapped.dropFirst().map { ShownText($0) }
        let lower = diagnostic.range.lower
        let upper = min(max(diagnostic.range.upper, lower), max(line.upper, lower))
        let before = shown(source, line.lower, lower, fromEnd: true)
        let marked = shown(source, lower, upper)
        let after = shown(source, min(upper, line.upper), line.upper)
        let width = columns - 4
        let shownBefore = TerminalText.suffix(before, columns: width / 2)
        let shownMarked = TerminalText.prefix(marked, columns: width / 2)
        let room = width - TerminalText.columns(shownBefore) - TerminalText.columns(shownMarked)
        let shownAfter =
            shownMarked == marked ? TerminalText.prefix(after, columns: max(room, 1)) : ""
        let carets =
            "^" + String(repeating: "~", count: max(0, TerminalText.columns(shownMarked) - 1))
        let margin = String(repeating: " ", count: TerminalText.columns(shownBefore))
        let hint = diagnostic.hint.map { TerminalText.printable($0) } ?? ""
        if shownBefore.isEmpty, shownMarked.isEmpty, shownAfter.isEmpty {
            return (head + (hint.isEmpty ? [] : further("  " + hint))).joined(separator: "\n")
        }
        let pointer: ShownText =
            "  \(margin)\(ShownText(carets).styled(usesColour ? .pointer : .plain))"
        let column = 3 + TerminalText.columns(margin) + TerminalText.columns(carets)
        var lines = head + ["  \(shownBefore)\(shownMarked)\(shownAfter)"]
        if hint.isEmpty || !wraps || column + TerminalText.columns(hint) <= columns {
            lines.append(hint.isEmpty ? pointer : "\(pointer) \(hint)")
        } else {
            lines += [pointer] + further("  " + hint)
        }
        return lines.joined(separator: "\n")
    }

    /// The text of a range; of a very long one only the end or the beginning, which is more than fits.
    private func shown(_ source: Source, _ lower: Int, _ upper: Int, fromEnd: Bool = false)
        -> String
    {
        var (start, end) = (lower, upper)
        let limit = 64 * columns
        if end - start > limit {
            if fromEnd { start = end - limit } else { end = start + limit }
            // A character of several bytes is not cut.
            while start < end, source.bytes[start] & 0xC0 == 0x80 { start += 1 }
            while end > start, end < upper, source.bytes[end] & 0xC0 == 0x80 { end -= 1 }
        }
        return TerminalText.printable(source.text(in: SourceRange(start, end)))
    }

    private func wrap(_ line: String) -> [String] {
        wraps ? TerminalText.wrap(line, columns: columns) : [line]
    }

    private func further(_ line: String) -> [ShownText] { wrap(line).map { ShownText($0) } }
}
