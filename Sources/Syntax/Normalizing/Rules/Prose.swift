/// Sentences between statements, titles and page numbers.
enum Prose: NormalizerRule {
    static let summary = "sentences are left out and, beside them, titles and page numbers"

    /// Leaves out sentences and, where there are any, titles and page numbers.
    static func apply(to page: inout Page, _ normalizer: Normalizer) {
        // What stands in fences is code.
        guard page.fences.isEmpty else { return }
        for segment in page.segments { drop(&page, segment, normalizer) }
    }

    private static func drop(
        _ page: inout Page, _ segment: Range<Int>, _ normalizer: Normalizer
    ) {
        let filled = segment.filter { !page.lines[$0].isBlank }
        guard filled.count > 1 else { return }
        var kinds: [(index: Int, kind: LineKind)] = []
        var brackets = 0
        var followsProse = false
        for index in filled {
            let line = page.lines[index].trimmed
            let kind =
                brackets > 0
                ? .statement : kind(line, page, followsProse: followsProse, normalizer)
            kinds.append((index, kind))
            if kind == .statement { brackets = max(0, brackets + Page.openBrackets(line)) }
            followsProse = kind == .prose && !endsSentence(line)
        }
        guard kinds.contains(where: { $0.kind == .prose }) else { return }
        for (index, kind) in kinds where kind != .statement { page.drop(index, .prose) }
    }

    private enum LineKind {
        case statement
        case prose
        /// Left out only beside prose: a title, a page number.
        case title
    }

    private static func kind(
        _ line: [Unicode.Scalar], _ page: Page, followsProse: Bool, _ normalizer: Normalizer
    ) -> LineKind {
        guard let first = line.first, first != "#", first != "}" else { return .statement }
        let text = String(scalars: line)
        let words = text.split(separator: " ")
        let isSentence = words.count >= 3 && (endsSentence(line) || !isLowercase(first))
        if normalizer.isStatement(line, page) {
            let isLoose = !line.contains("=") && !normalizer.accepts(text) && !line.contains("{")
            guard isLoose else { return .statement }
            return followsProse || endsSentence(line) && words.count >= 4 ? .prose : .statement
        }
        if line.allSatisfy(\.isDigit) { return .title }
        if isExpression(text) { return .statement }
        if isMistake(words, page, normalizer) { return .statement }
        if isSentence || followsProse { return .prose }
        if "*_<![|\\$".unicodeScalars.contains(first) || first.value >= 0x80, words.count >= 2 {
            return .prose
        }
        return isLowercase(first) ? .statement : .title
    }

    /// Whether this reads as a value: `r.loss`, `2 * x`, `[1, 2]`.
    private static func isExpression(_ text: String) -> Bool {
        let script = Parser.parse(Source(name: "", text: text))
        guard script.diagnostics.isEmpty || script.isIncomplete else { return false }
        return script.statements.allSatisfy { statement in
            if case .expression = statement.kind { true } else { false }
        }
    }

    /// A command that was misspelled or given a capital: its options give it away.
    private static func isMistake(
        _ words: [Substring], _ page: Page, _ normalizer: Normalizer
    ) -> Bool {
        guard let first = words.first else { return false }
        let hasOptions = words.dropFirst().contains { $0.contains("=") && $0.count > 2 }
        return hasOptions
            && (first.allSatisfy(\.isLowercase) || normalizer.isCommand(first.lowercased(), page))
            || normalizer.isCommand(first.lowercased(), page)
                && normalizer.accepts(lowercasedFirst(words))
    }

    private static func lowercasedFirst(_ words: [Substring]) -> String {
        guard let first = words.first else { return "" }
        return ([Substring(first.lowercased())] + words.dropFirst()).joined(separator: " ")
    }

    private static func isLowercase(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isLowercase && scalar.value < 0x80 || scalar == "("
    }

    private static func endsSentence(_ line: [Unicode.Scalar]) -> Bool {
        line.last.map { ".:;?!…,".unicodeScalars.contains($0) } ?? false
    }
}
