extension TerminalText {
    /// Lines that fit, broken between words; what follows the first stands under the line's last
    /// wide gap, such as the explanation of an option, or a little further in than its beginning.
    package static func wrap(_ line: String, columns limit: Int) -> [String] {
        guard columns(line) > limit else { return [line] }
        let margin = String(repeating: " ", count: hang(of: line, limit: limit))
        var lines: [String] = []
        var current = String(line.prefix { $0 == " " })
        var gap = ""
        for word in words(line) {
            if word.first == " " {
                gap = word
            } else if columns(current + gap + word) > limit, current.contains(where: { $0 != " " })
            {
                lines.append(current)
                current = margin + word
                gap = ""
            } else {
                current += gap + word
                gap = ""
            }
        }
        return lines + [current]
    }

    /// Runs of spaces and runs of other characters, after the line's indentation.
    private static func words(_ line: String) -> [String] {
        var runs: [String] = []
        for character in line.drop(while: { $0 == " " }) {
            if let last = runs.last, (last.first == " ") == (character == " ") {
                runs[runs.count - 1].append(character)
            } else {
                runs.append(String(character))
            }
        }
        return runs
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
                spaces = 0
            }
            column += columns(character)
        }
        return gap ?? min(begin + 2, limit / 2)
    }
}
