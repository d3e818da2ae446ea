import TerminalText

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
        let head = "\(place)\(label) \(TerminalText.printable(diagnostic.message))"
        let before = TerminalText.printable(
            source.text(in: SourceRange(line.lower, diagnostic.range.lower)))
        let marked = TerminalText.printable(
            source.text(
                in: SourceRange(
                    diagnostic.range.lower,
                    min(diagnostic.range.upper, max(line.upper, diagnostic.range.lower)))))
        let after = TerminalText.printable(
            source.text(
                in: SourceRange(
                    min(max(diagnostic.range.upper, diagnostic.range.lower), line.upper), line.upper
                )))
        let width = columns - 4
        let shownBefore = TerminalText.suffix(before, columns: width / 2)
        let shownMarked = TerminalText.prefix(marked, columns: width / 2)
        let room = width - TerminalText.columns(shownBefore) - TerminalText.columns(shownMarked)
        let shownAfter =
            shownMarked == marked ? TerminalText.prefix(after, columns: max(room, 1)) : ""
        let carets =
            "^" + String(repeating: "~", count: max(0, TerminalText.columns(shownMarked) - 1))
        let margin = String(repeating: " ", count: TerminalText.columns(shownBefore))
        let hint = diagnostic.hint.map { " " + TerminalText.printable($0) } ?? ""
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
