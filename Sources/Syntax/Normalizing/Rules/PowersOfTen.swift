/// `sgd lr=10^-3`: an argument is no expression, and only a number is meant.
enum PowersOfTen: NormalizerRule {
    static let summary = "powers of ten become numbers where only a number can stand"
    static let changesCode = true

    static func apply(to page: inout Page, _ normalizer: Normalizer) {
        page.forEachOpenLine { page, index in repair(&page, index, normalizer) }
    }

    private static func repair(_ page: inout Page, _ index: Int, _ normalizer: Normalizer) {
        let line = page.lines[index].scalars
        guard line.contains("^"), normalizer.isStatement(page.lines[index].trimmed, page),
            !normalizer.accepts(page.lines[index].string)
        else { return }
        var rules = NumberRules(line, allPowers: true)
        let rewritten = rules.rewrite()
        guard rules.count > 0, normalizer.accepts(String(scalars: rewritten)) else { return }
        page.lines[index].set(rewritten, .numbers)
    }
}
