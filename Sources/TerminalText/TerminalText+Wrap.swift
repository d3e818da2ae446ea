import Platform

extension TerminalText {
    /// Lines that fit, broken between words; what follows the first stands under the line's last
    /// wide gap, such as the explanation of an option, or a little further in than its beginning.
    ///
    /// Where the work is given up, the lines so far.
    package static func wrap(_ line: String, columns limit: Int) -> [String] {
        // No character takes more columns than bytes.
        guard line.utf8.count > limit, columns(line) > limit else { return [line] }
        let margin = String(repeating: " ", count: hang(of: line, limit: limit))
        var lines: [String] = []
        var begin = line.startIndex
        var word = run(of: line, from: begin) { $0 == " " }
        /// What is on the line: its text ends where the last word does.
        var (end, width, hasWord) = (word.end, word.columns, false)
        var gap = 0
        while word.end < line.endIndex, lines.count % 1024 != 1023 || !Abandonment.isRequested {
            let wordBegin = word.end
            word = run(of: line, from: wordBegin) { $0 != " " }
            if hasWord, width + gap + word.columns > limit {
                lines.append((lines.isEmpty ? "" : margin) + line[begin..<end])
                (begin, width) = (wordBegin, margin.utf8.count + word.columns)
            } else {
                width += gap + word.columns
            }
            (end, hasWord) = (word.end, true)
            word = run(of: line, from: end) { $0 == " " }
            gap = word.columns
        }
        return lines + [(lines.isEmpty ? "" : margin) + line[begin..<end]]
    }

    /// Where the characters from a place on that are alike end, and their columns.
    private static func run(
        of line: String, from begin: String.Index, while isIn: (Character) -> Bool
    ) -> (end: String.Index, columns: Int) {
        var (end, columns) = (begin, 0)
        while end < line.endIndex, isIn(line[end]) {
            columns += Self.columns(line[end])
            end = line.index(after: end)
        }
        return (end, columns)
    }

    /// The column where all lines but the first begin.
    private static func hang(of line: String, limit: Int) -> Int {
        var column = 0
        var spaces = 0
        var begin = 0
        var gap: Int?
        for character in line {
            if character == " " {
                spaces += 1
            } else {
                if column == spaces {
                    begin = column
                } else if spaces >= 2, column < limit / 2 {
                    gap = column
                }
                if column >= limit / 2 { break }
                spaces = 0
            }
            column += columns(character)
        }
        return gap ?? min(begin + 2, limit / 2)
    }
}
