/// A bullet, a number, an arrow or a check box before a statement.
enum ListMarks: NormalizerRule {
    static let summary = "bullets, numbers, arrows and check boxes before statements are taken off"

    static func apply(to page: inout Page, _ reader: StatementReader) {
        page.forEachOpenLine { page, index in
            let line = page.lines[index].trimmed
            guard !reader.begins(line), Prompt(line)?.isStrong != true, let rest = afterMark(line)
            else { return }
            let (code, surrounding) = InlineCode.content(rest) ?? (rest, .item)
            guard reader.begins(code) || Repairs.meant(code, reader) != nil else { return }
            page.take(index, code, .markup, as: .item)
            page.lines[index].surroundings.insert(surrounding)
        }
    }

    private static let bullets = Set("-*+•◦▪‣●○■□◆◇▶▸►»·∙–→⇒➜➤➔›❯👉✅☑✔☐".unicodeScalars)
    private static let letters = Set("가나다라마바사아자차카타파하".unicodeScalars)

    /// What follows a bullet, a number, a letter or a check box.
    static func afterMark(_ line: [Unicode.Scalar]) -> [Unicode.Scalar]? {
        guard let first = line.first else { return nil }
        var rest = line[...]
        if bullets.contains(first) || (0xE000...0xF8FF).contains(first.value) {
            rest = rest.dropFirst().drop { $0 == "\u{FE0F}" }
            guard first.value >= 0x80 || rest.first == " " || rest.first == "\t" else { return nil }
        } else if (0x2460...0x24FF).contains(first.value) || (0x2776...0x2793).contains(first.value)
        {
            rest = rest.dropFirst()
        } else {
            guard let numbered = afterNumber(line) else { return nil }
            rest = numbered[...]
        }
        rest = rest.drop { $0 == " " || $0 == "\t" }
        for box in ["[ ] ", "[x] ", "[X] "] where rest.starts(with: box.unicodeScalars) {
            rest = rest.dropFirst(4)
        }
        return Array(rest)
    }

    /// What follows `3.`, `3)`, `(3)`, `3 `, `a)`, `가.`
    private static func afterNumber(_ line: [Unicode.Scalar]) -> [Unicode.Scalar]? {
        var rest = line[...]
        let isBracketed = rest.first == "("
        if isBracketed { rest = rest.dropFirst() }
        let digits = rest.prefix { $0.isDigit }
        let isNumber = !digits.isEmpty && digits.count < 6
        let isLetter =
            rest.first.map { letters.contains($0) || $0.isASCIILetter && $0.properties.isLowercase }
            == true
        guard isNumber || isLetter else { return nil }
        rest = rest.dropFirst(isNumber ? digits.count : 1)
        if let mark = rest.first,
            isNumber ? ".):|".unicodeScalars.contains(mark) : ".)".unicodeScalars.contains(mark)
        {
            rest = rest.dropFirst()
        } else if isBracketed || isLetter {
            return nil
        }
        return rest.first == " " || rest.first == "\t" ? Array(rest) : nil
    }
}
