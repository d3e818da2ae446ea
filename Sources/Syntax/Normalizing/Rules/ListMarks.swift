/// A bullet, a number or a check box before a statement.
enum ListMarks: NormalizerRule {
    static let summary = "bullets, numbers and check boxes before statements are taken off"

    static func apply(to page: inout Page, _ normalizer: Normalizer) {
        page.forEachOpenLine { page, index in
            let line = page.lines[index].trimmed
            guard Prompt(line)?.isStrong != true, let rest = afterMark(line) else { return }
            let code = InlineCode.content(rest) ?? rest
            guard
                normalizer.isStatement(code, page)
                    || CapitalLetters.lowered(code, page, normalizer) != nil
            else { return }
            page.lines[index].set(code, .markup)
            page.lines[index].isItem = true
        }
    }

    /// What follows a bullet, a number or a check box.
    private static func afterMark(_ line: [Unicode.Scalar]) -> [Unicode.Scalar]? {
        var rest = line[...]
        if let first = line.first, "-*+•◦▪‣●○■–".unicodeScalars.contains(first) {
            rest = rest.dropFirst()
        } else if let first = line.first, (0x2460...0x2473).contains(first.value) {
            rest = rest.dropFirst()
            return Array(rest.drop { $0 == " " })
        } else {
            let isBracketed = rest.first == "("
            if isBracketed { rest = rest.dropFirst() }
            let digits = rest.prefix { $0.isDigit }
            guard !digits.isEmpty, digits.count < 6 else { return nil }
            rest = rest.dropFirst(digits.count)
            if let mark = rest.first, ".):|".unicodeScalars.contains(mark) {
                rest = rest.dropFirst()
            } else if isBracketed {
                return nil
            }
        }
        guard rest.first == " " || rest.first == "\t" else { return nil }
        rest = rest.drop { $0 == " " || $0 == "\t" }
        for box in ["[ ] ", "[x] ", "[X] "] where rest.starts(with: box.unicodeScalars) {
            rest = rest.dropFirst(4)
        }
        return Array(rest)
    }
}
