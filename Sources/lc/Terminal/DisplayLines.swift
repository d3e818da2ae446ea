import Platform
import TerminalText

/// Text with its newlines, and without anything that acts on a terminal.
enum DisplayLines {
    /// The lines, wrapped to the terminal's columns where it is one.
    static func list(_ text: String, columns: Int?) -> [ShownText] {
        let isLong = text.utf8.count > 1 << 20
        var isGivenUp: Bool { isLong && Abandonment.isRequested }
        var shown: [ShownText] = []
        var start = text.startIndex
        // Nothing of what is left is shown where the work is given up.
        while !isGivenUp {
            let end = lineEnd(of: text, from: start)
            let line = TerminalText.printable(String(text[start..<end]))
            for piece in columns.map({ TerminalText.wrap(line, columns: $0) }) ?? [line] {
                if isGivenUp { break }
                shown.append(ShownText(piece))
            }
            guard end < text.endIndex else { break }
            start = text.utf8.index(after: end)
        }
        return shown
    }

    /// Where a newline ends the line that begins at a place. A carriage return and a newline are one character,
    /// which ends none.
    private static func lineEnd(of text: String, from start: String.Index) -> String.Index {
        let bytes = text.utf8
        var place = start
        while let end = bytes[place...].firstIndex(of: UInt8(ascii: "\n")) {
            guard end > start, bytes[bytes.index(before: end)] == UInt8(ascii: "\r") else {
                return end
            }
            place = bytes.index(after: end)
        }
        return text.endIndex
    }

    /// The same as one text.
    static func make(_ text: String, columns: Int?) -> ShownText {
        list(text, columns: columns).joined(separator: "\n")
    }
}
