/// Entities, spaces, wide forms, ligatures, quotes and dashes outside strings and comments.
enum Characters: NormalizerRule {
    static let summary =
        "characters that word processors and web pages put in become the language's"
    static let changesCode = true

    static func apply(to page: inout Page, _ normalizer: Normalizer) {
        for index in page.lines.indices {
            var cleaner = LineCleaner(page.lines[index].scalars)
            page.lines[index] = cleaner.clean()
        }
        page.definitions = definitions(page)
    }

    /// The names that the page itself defines with `def`.
    private static func definitions(_ page: Page) -> Set<String> {
        Set(
            page.lines.compactMap { line in
                let words = line.string.split(separator: " ", maxSplits: 2)
                return words.count > 1 && words[0] == ReservedWord.def.rawValue
                    ? String(words[1]) : nil
            })
    }
}
