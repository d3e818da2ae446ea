/// `Load iris`, as phones write it; `sgd η=0.1`; `sgd lr=10^-3`.
enum MeantSpellings: NormalizerRule {
    static let summary =
        "capital first letters, Greek names of options and powers become lc's, where only those run"
    static let changesCode = true

    static func apply(to page: inout Page, _ reader: StatementReader) {
        page.forEachOpenLine { page, index in mend(&page.lines[index], reader) }
    }

    /// What is typed keeps its capital letters: the message about them teaches more.
    static func mend(_ line: inout Line, _ reader: StatementReader, isTyped: Bool = false) {
        let before = line.trimmed
        guard let meant = Repairs.meant(before, reader) else { return }
        let hasCapital = before.first != meant.first
        if isTyped, hasCapital { return }
        if hasCapital { line.surroundings.insert(.capital) }
        let isNumber = !hasCapital && before.contains("^")
        let indent = line.scalars.prefix { $0.isSpace }
        line.set(indent + meant, isNumber ? .numbers : .letters)
    }
}
