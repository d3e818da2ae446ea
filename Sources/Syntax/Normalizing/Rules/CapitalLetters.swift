/// `Load iris`, as phones write it.
enum CapitalLetters: NormalizerRule {
    static let summary =
        "a command's capital letter, as phones and word processors write it, becomes small"
    static let changesCode = true

    static func apply(to page: inout Page, _ normalizer: Normalizer) {
        page.forEachOpenLine { page, index in
            guard let lower = lowered(page.lines[index].trimmed, page, normalizer) else { return }
            page.lines[index].set(lower, .letters)
        }
    }

    /// `load iris` for a phone's `Load iris`; nil when it is no statement in small letters either.
    static func lowered(
        _ line: [Unicode.Scalar], _ page: Page, _ normalizer: Normalizer
    ) -> [Unicode.Scalar]? {
        guard let first = line.first, ("A"..."Z").contains(first) else { return nil }
        let lower = Array(String(first).lowercased().unicodeScalars) + line.dropFirst()
        let word = String(scalars: lower.prefix { $0.isWordScalar })
        guard normalizer.isCommand(word, page), !normalizer.isStatement(line, page),
            normalizer.accepts(String(scalars: lower))
        else { return nil }
        return lower
    }
}
