extension Page {
    /// Calls `body` with each line that is not empty and does not go on inside brackets that a line
    /// before it opened.
    mutating func forEachOpenLine(_ body: (inout Page, Int) -> Void) {
        for segment in segments {
            var brackets = 0
            for index in segment where !lines[index].isBlank {
                if brackets <= 0 { body(&self, index) }
                brackets = max(0, brackets + Self.openBrackets(lines[index].scalars))
            }
        }
    }

    /// How many `(` and `[` a line leaves open, outside strings and comments.
    static func openBrackets(_ line: [Unicode.Scalar]) -> Int {
        var depth = 0
        var quote: Unicode.Scalar?
        for (index, next) in line.enumerated() {
            if let open = quote {
                if next == open { quote = nil }
            } else if next == "\"" || next == "'" {
                quote = line[(index + 1)...].contains(next) ? next : nil
            } else if next == "#" {
                return depth
            } else if next == "(" || next == "[" {
                depth += 1
            } else if next == ")" || next == "]" {
                depth -= 1
            }
        }
        return depth
    }
}
