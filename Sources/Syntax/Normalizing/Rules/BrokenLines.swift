/// A statement that was broken over two lines.
enum BrokenLines: NormalizerRule {
    static let summary = "two lines are joined where only both together are a statement"
    static let changesCode = true

    static func apply(to page: inout Page, _ normalizer: Normalizer) {
        for segment in page.segments {
            var brackets = 0
            var last: Int?
            for index in segment where !page.lines[index].isBlank {
                if brackets <= 0, let before = last, join(&page, before, index, normalizer) {
                    continue
                }
                brackets = max(0, brackets + Page.openBrackets(page.lines[index].scalars))
                last = index
            }
        }
    }

    /// Joins a line to the one before it when only both together are a statement.
    private static func join(
        _ page: inout Page, _ last: Int, _ index: Int, _ normalizer: Normalizer
    ) -> Bool {
        let before = page.lines[last].string
        let line = page.lines[index].trimmed
        guard normalizer.isStatement(page.lines[last].trimmed, page), !before.contains("#") else {
            return false
        }
        let here = String(scalars: line)
        if before.hasSuffix("-"), line.first?.isASCIILetter == true, !normalizer.accepts(before) {
            let whole = before.dropLast() + here
            let joined = normalizer.accepts(String(whole)) ? String(whole) : before + here
            return normalizer.accepts(joined) && take(joined)
        }
        // `lr=1 batch=2` alone is no assignment; after a command it is the rest of its options.
        let words = here.split(separator: " ")
        let isOptions = words.count >= 2 && words.allSatisfy { $0.contains("=") }
        guard isOptions, !normalizer.accepts(here), normalizer.accepts(before + " " + here) else {
            return false
        }
        return take(before + " " + here)
        func take(_ text: String) -> Bool {
            page.lines[last].set(text.unicodeScalars, .joins)
            page.lines[index].drop = .quiet
            return true
        }
    }
}
