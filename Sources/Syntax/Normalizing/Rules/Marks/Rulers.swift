/// `-----`: a line of signs that only separates or underlines.
enum Rulers: NormalizerRule {
    static let summary = "lines that only separate or underline, and those of a pager, are left out"

    static func apply(to page: inout Page, _ reader: StatementReader) {
        page.forEachOpenLine { page, index in
            let line = page.lines[index].trimmed
            if isPager(page.lines[index].string) {
                page.leaveOut(index, as: .markup, "the last line of a pager's screen")
            }
            guard let first = line.first, line.count > 2, isSign(first) else { return }
            let isRuler =
                first.value >= 0x2500 || first == "+"
                ? line.allSatisfy { isSign($0) || $0 == " " } : Set(line).count == 1
            if isRuler { page.leaveOut(index, as: .markup, "a line that only separates") }
        }
    }

    /// `(END)`, `lines 1-23/23 (END)` and `--More--(60%)`.
    private static func isPager(_ line: String) -> Bool {
        let text = line.drop { $0 == " " }
        return text.hasPrefix("(END)")
            && text.drop { $0 != ")" }.dropFirst().allSatisfy { $0 == " " }
            || text.hasPrefix("--More--") || text.hasPrefix("lines ") && text.contains("(END)")
    }

    private static func isSign(_ scalar: Unicode.Scalar) -> Bool {
        "=-*_~+|".unicodeScalars.contains(scalar) || (0x2500...0x257F).contains(scalar.value)
    }
}
