/// `lr = 10-3`, which is 7: a raised exponent that was lost on the way is more likely.
enum LostPowers: NormalizerRule {
    static let summary = "warns of 10-3, which is 7, where a power of ten is more likely"
    static let changesCode = true

    static func apply(to page: inout Page, _ reader: StatementReader) {
        page.forEachOpenLine { page, index in warn(&page, index, reader) }
    }

    private static func warn(_ page: inout Page, _ index: Int, _ reader: StatementReader) {
        guard page.lines[index].scalars.contains("=") else { return }
        let parts = page.lines[index].string.split(separator: "=")
        guard parts.count == 2, reader.begins(page.lines[index].trimmed),
            parts[0].split(separator: " ").count == 1,
            let value = parts[1].split(separator: " ").first,
            parts[1].split(separator: " ").count == 1,
            let meant = NumberLiteral.repair(of: String(value)), value.hasPrefix("10-")
        else { return }
        page.warnings.append("\(value) is a difference; for the power of ten write \(meant)")
    }
}
