/// `-----`: a line of one sign, which separates or underlines.
enum Rulers: NormalizerRule {
    static let summary = "lines that only separate or underline are left out"

    static func apply(to page: inout Page, _ normalizer: Normalizer) {
        page.forEachOpenLine { page, index in
            let line = page.lines[index].trimmed
            guard let first = line.first, line.count > 2, Set(line).count == 1,
                "=-*_~".unicodeScalars.contains(first)
            else { return }
            page.drop(index, .markup)
        }
    }
}
