/// Entities, spaces, wide forms, ligatures, quotes and dashes outside strings and comments.
enum Characters: NormalizerRule {
    static let summary =
        "characters that word processors and web pages put in become the language's"
    static let changesCode = true

    static func apply(to page: inout Page, _ reader: StatementReader) {
        for index in page.indices {
            var cleaner = LineCleaner(page.lines[index].scalars)
            guard cleaner.clean() else { continue }
            page.lines[index].scalars = cleaner.output
            page.lines[index].changes.merge(cleaner.changes, uniquingKeysWith: +)
        }
    }
}
