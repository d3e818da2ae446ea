extension TerminalText {
    /// What stands in some columns of a line; of a wide character that is cut, a space is left.
    package static func part(of line: String, from first: Int, columns: Int) -> String {
        var (text, column) = ("", 0)
        for character in line {
            let end = column + self.columns(character)
            if column >= first, end <= first + columns {
                text.append(character)
            } else if column < first + columns, end > first {
                text += String(
                    repeating: " ", count: min(end, first + columns) - max(column, first))
            }
            column = end
            if column >= first + columns { break }
        }
        return text
    }
}
