import TerminalText

/// Text with its newlines, and without anything that acts on a terminal.
enum DisplayLines {
    /// Lines that fit the terminal, where it is one.
    static func make(_ text: String, columns: Int?) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
            let line = TerminalText.printable(String(line))
            return columns.map { TerminalText.wrap(line, columns: $0) } ?? [line]
        }.joined(separator: "\n")
    }
}
