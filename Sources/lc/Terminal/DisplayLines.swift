import Platform
import TerminalText

/// Text with its newlines, and without anything that acts on a terminal.
enum DisplayLines {
    /// The lines, wrapped to the terminal's columns where it is one.
    static func list(_ text: String, columns: Int?) -> [ShownText] {
        let isLong = text.utf8.count > 1 << 20
        var isGivenUp: Bool { isLong && Abandonment.isRequested }
        return text.split(separator: "\n", omittingEmptySubsequences: false).flatMap {
            line -> [String] in
            // Nothing of it is shown where the work is given up.
            if isGivenUp { return [] }
            let line = TerminalText.printable(String(line))
            return columns.map { TerminalText.wrap(line, columns: $0) } ?? [line]
        }.map { isGivenUp ? "" : ShownText($0) }
    }

    /// The same as one text.
    static func make(_ text: String, columns: Int?) -> ShownText {
        list(text, columns: columns).joined(separator: "\n")
    }
}
