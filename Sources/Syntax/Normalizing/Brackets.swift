/// How many brackets a line leaves open, outside strings and comments.
enum Brackets {
    /// `(` and `[`, in which a line end is a space.
    static func open(_ line: [Unicode.Scalar]) -> Int { count(line, "([", ")]") }

    /// Those and `{`, which goes on over lines too.
    static func openWithBraces(_ line: [Unicode.Scalar]) -> Int { count(line, "([{", ")]}") }

    private static func count(_ line: [Unicode.Scalar], _ opening: String, _ closing: String) -> Int
    {
        let (opening, closing) = (opening.unicodeScalars, closing.unicodeScalars)
        var depth = 0
        var quote: Unicode.Scalar?
        for (index, next) in line.enumerated() {
            if let open = quote {
                if next == open { quote = nil }
            } else if next == "\"" || next == "'" {
                quote = line[(index + 1)...].contains(next) ? next : nil
            } else if next == "#" {
                return depth
            } else if opening.contains(next) {
                depth += 1
            } else if closing.contains(next) {
                depth -= 1
            }
        }
        return depth
    }
}

extension Page {
    /// Calls `body` with each line that is not empty and does not go on inside brackets that a line
    /// before it opened.
    mutating func forEachOpenLine(_ body: (inout Page, Int) -> Void) {
        for segment in segments {
            var brackets = 0
            for index in segment where !lines[index].isBlank {
                if brackets <= 0 { body(&self, index) }
                brackets = max(0, brackets + Brackets.open(lines[index].scalars))
            }
        }
    }
}
