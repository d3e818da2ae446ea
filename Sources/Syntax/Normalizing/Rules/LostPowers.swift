/// `lr = 10-3`, which is 7: a raised exponent that was lost on the way is more likely.
enum LostPowers: NormalizerRule {
    static let summary = "warns of 10-3, which is 7, where a power of ten is more likely"
    static let changesCode = true

    static func apply(to page: inout Page, _ normalizer: Normalizer) {
        page.forEachOpenLine { page, index in warn(&page, index, normalizer) }
    }

    private static func warn(_ page: inout Page, _ index: Int, _ normalizer: Normalizer) {
        let parts = page.lines[index].string.split(separator: "=")
        guard parts.count == 2, normalizer.isStatement(page.lines[index].trimmed, page),
            parts[0].split(separator: " ").count == 1,
            let value = parts[1].split(separator: " ").first,
            parts[1].split(separator: " ").count == 1,
            let meant = NumberLiteral.repair(of: String(value)), value.hasPrefix("10-")
        else { return }
        page.warnings.append("\(value) is a difference; for the power of ten write \(meant)")
    }
}
