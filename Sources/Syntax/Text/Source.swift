/// A named text: what was typed, a script, or a cell of a notebook.
///
/// Positions are byte offsets into the UTF-8 form of the text; lines and columns are made from them
/// only when something is shown.
package final class Source: Sendable {
    /// What errors call this text: a file's name, `-c`, `standard input` or `[3]` for cell 3.
    package let name: String
    package let text: String
    /// The UTF-8 form of `text`, which every `SourceRange` indexes.
    package let bytes: [UInt8]
    /// Where each line begins; the first entry is 0.
    private let lineStarts: [Int]
    /// The number of the first line, where the text is a piece of a longer one.
    private let firstLine: Int

    package init(name: String, text: String, firstLine: Int = 1) {
        self.name = name
        self.firstLine = firstLine
        self.text = text
        bytes = Array(text.utf8)
        var starts = [0]
        for (offset, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
            starts.append(offset + 1)
        }
        lineStarts = starts
    }

    /// A text in whose lines no line was added or taken away.
    package convenience init(mended text: String, of source: Source) {
        self.init(name: source.name, text: text, firstLine: source.firstLine)
    }

    /// A place as people count: both start at 1, and a column is a Unicode character.
    package struct Location: Equatable, Sendable {
        package let line: Int
        package let column: Int
    }

    package func location(of offset: Int) -> Location {
        let line = lineIndex(of: offset)
        let prefix = bytes[lineStarts[line]..<min(max(offset, lineStarts[line]), bytes.count)]
        // A byte of ASCII is a character, but for the two of a line end from Windows.
        let isPlain = prefix.allSatisfy { $0 < 0x80 && $0 != UInt8(ascii: "\r") }
        let count = isPlain ? prefix.count : String(decoding: prefix, as: UTF8.self).count
        return Location(line: firstLine + line, column: count + 1)
    }

    /// The bytes of the line that holds `offset`, without its newline.
    package func lineRange(containing offset: Int) -> SourceRange {
        let line = lineIndex(of: offset)
        let end = line + 1 < lineStarts.count ? lineStarts[line + 1] - 1 : bytes.count
        return SourceRange(lineStarts[line], end)
    }

    /// The line after the one that holds `offset`; empty where there is none.
    package func line(after offset: Int) -> String {
        let line = lineIndex(of: offset) + 1
        return line < lineStarts.count ? text(in: lineRange(containing: lineStarts[line])) : ""
    }

    /// The text that a range covers; what lies outside the source is left out.
    package func text(in range: SourceRange) -> String {
        let lower = min(max(range.lower, 0), bytes.count)
        let upper = min(max(range.upper, lower), bytes.count)
        return String(decoding: bytes[lower..<upper], as: UTF8.self)
    }

    private func lineIndex(of offset: Int) -> Int {
        var low = 0
        var high = lineStarts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        return low
    }
}
