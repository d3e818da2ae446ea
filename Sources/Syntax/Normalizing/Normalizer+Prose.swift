/// Sentences between statements, and page furniture.
extension Normalizer {
    /// Leaves out sentences and, where there are any, titles and page numbers.
    func dropProse(_ page: inout Page, _ segment: Range<Int>) {
        let filled = segment.filter { !page.lines[$0].isBlank }
        guard filled.count > 1 else { return }
        var kinds: [(index: Int, kind: LineKind)] = []
        var brackets = 0
        var followsProse = false
        for index in filled {
            let line = page.lines[index].trimmed
            let kind =
                brackets > 0 ? .statement : kind(line, page, followsProse: followsProse)
            kinds.append((index, kind))
            if kind == .statement { brackets = max(0, brackets + openBrackets(line)) }
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

    private func kind(_ line: [Unicode.Scalar], _ page: Page, followsProse: Bool) -> LineKind {
        guard let first = line.first, first != "#", first != "}" else { return .statement }
        let text = String(scalars: line)
        let words = text.split(separator: " ")
        let isSentence = words.count >= 3 && (endsSentence(line) || !isLowercase(first))
        if isStatement(line, page) {
            let isLoose = !line.contains("=") && !accepts(text) && !line.contains("{")
            guard isLoose else { return .statement }
            return followsProse || endsSentence(line) && words.count >= 4 ? .prose : .statement
        }
        if line.allSatisfy(\.isDigit) { return .title }
        if isExpression(text, page) { return .statement }
        if isMistake(words, page) { return .statement }
        if isSentence || followsProse { return .prose }
        if "*_<![|\\$".unicodeScalars.contains(first) || first.value >= 0x80, words.count >= 2 {
            return .prose
        }
        return isLowercase(first) ? .statement : .title
    }

    /// Whether this reads as a value: `r.loss`, `2 * x`, `[1, 2]`.
    private func isExpression(_ text: String, _ page: Page) -> Bool {
        let script = Parser.parse(Source(name: "", text: text))
        guard script.diagnostics.isEmpty || script.isIncomplete else { return false }
        return script.statements.allSatisfy { statement in
            if case .expression = statement.kind { true } else { false }
        }
    }

    /// A command that was misspelled or given a capital: its options give it away.
    private func isMistake(_ words: [Substring], _ page: Page) -> Bool {
        guard let first = words.first else { return false }
        let hasOptions = words.dropFirst().contains { $0.contains("=") && $0.count > 2 }
        return hasOptions
            && (first.allSatisfy(\.isLowercase) || isCommand(first.lowercased(), page))
            || isCommand(first.lowercased(), page) && accepts(lowercasedFirst(words))
    }

    private func lowercasedFirst(_ words: [Substring]) -> String {
        guard let first = words.first else { return "" }
        return ([Substring(first.lowercased())] + words.dropFirst()).joined(separator: " ")
    }

    private func isLowercase(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isLowercase && scalar.value < 0x80 || scalar == "("
    }

    private func endsSentence(_ line: [Unicode.Scalar]) -> Bool {
        line.last.map { ".:;?!…,".unicodeScalars.contains($0) } ?? false
    }
}
