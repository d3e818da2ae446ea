/// `-----`: a line of signs that only separates or underlines.
enum Rulers: NormalizerRule {
    static let summary = "lines that only separate or underline are left out"

    static func apply(to page: inout Page, _ reader: StatementReader) {
        page.forEachOpenLine { page, index in
            let line = page.lines[index].trimmed
            guard let first = line.first, line.count > 2, isSign(first) else { return }
            let isRuler =
                first.value >= 0x2500 || first == "+"
                ? line.allSatisfy { isSign($0) || $0 == " " } : Set(line).count == 1
            if isRuler { page.leaveOut(index, as: .markup, "a line that only separates") }
        }
    }

    private static func isSign(_ scalar: Unicode.Scalar) -> Bool {
        "=-*_~+|".unicodeScalars.contains(scalar) || (0x2500...0x257F).contains(scalar.value)
    }
}
