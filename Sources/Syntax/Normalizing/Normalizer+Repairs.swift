/// Repairs that need to know what a statement may be: capitals, powers of ten, broken lines.
extension Normalizer {
    func repairStatements(_ page: inout Page, _ segment: Range<Int>) {
        var brackets = 0
        var last: Int?
        for index in segment where !page.lines[index].isBlank {
            if brackets <= 0 {
                repairCapital(&page, index)
                repairGreek(&page.lines[index])
                repairPowers(&page, index)
                warnOfLostPower(&page, index)
                if let last, join(&page, last, index) { continue }
            }
            brackets = max(0, brackets + openBrackets(page.lines[index].scalars))
            last = index
        }
    }

    private func repairCapital(_ page: inout Page, _ index: Int) {
        guard let lower = uncapitalized(page.lines[index].trimmed, page) else { return }
        page.lines[index].set(lower, .letters)
    }

    /// `load iris` for a phone's `Load iris`; nil when it is no statement in small letters either.
    func uncapitalized(_ line: [Unicode.Scalar], _ page: Page) -> [Unicode.Scalar]? {
        guard let first = line.first, ("A"..."Z").contains(first) else { return nil }
        let lower = Array(String(first).lowercased().unicodeScalars) + line.dropFirst()
        let word = String(scalars: lower.prefix { $0.isWordScalar })
        guard isCommand(word, page), !isStatement(line, page), accepts(String(scalars: lower))
        else { return nil }
        return lower
    }

    /// Greek names that formulas have for options: `sgd η=0.1` is `sgd lr=0.1`, where only that runs.
    func repairGreek(_ line: inout Page.Line) {
        let text = line.string
        guard text.contains(where: { Self.greek[$0] != nil }), !accepts(text) else { return }
        var words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        for (index, word) in words.enumerated() {
            guard let letter = word.first, word.dropFirst().first == "=" else { continue }
            for name in Self.greek[letter] ?? [] {
                var candidate = words
                candidate[index] = name + word.dropFirst()
                if accepts(candidate[...index].joined(separator: " ")) {
                    words = candidate
                    break
                }
            }
        }
        let repaired = words.joined(separator: " ")
        if repaired != text, accepts(repaired) { line.set(repaired.unicodeScalars, .letters) }
    }

    private static let greek: [Character: [String]] = [
        "η": ["lr"], "α": ["lr"], "λ": ["lambda", "reg"], "Δ": ["margin"], "δ": ["margin"],
        "μ": ["momentum"], "µ": ["momentum"], "ρ": ["momentum"], "β": ["beta", "momentum"],
        "σ": ["scale"],
    ]

    /// `sgd lr=10^-3`: an argument is no expression, and only a number is meant.
    private func repairPowers(_ page: inout Page, _ index: Int) {
        let line = page.lines[index].scalars
        guard line.contains("^"), isStatement(page.lines[index].trimmed, page),
            !accepts(page.lines[index].string)
        else { return }
        var rules = NumberRules(line, allPowers: true)
        let rewritten = rules.rewrite()
        guard rules.count > 0, accepts(String(scalars: rewritten)) else { return }
        page.lines[index].set(rewritten, .numbers)
    }

    /// Warns of `lr = 10-3`, which is 7: a raised exponent lost on the way is more likely.
    private func warnOfLostPower(_ page: inout Page, _ index: Int) {
        let parts = page.lines[index].string.split(separator: "=")
        guard parts.count == 2, isStatement(page.lines[index].trimmed, page),
            parts[0].split(separator: " ").count == 1,
            let value = parts[1].split(separator: " ").first,
            parts[1].split(separator: " ").count == 1,
            let meant = NumberLiteral.repair(of: String(value)), value.hasPrefix("10-")
        else { return }
        page.warnings.append("\(value) is a difference; for the power of ten write \(meant)")
    }

    /// Joins a line to the one before it when only both together are a statement.
    private func join(_ page: inout Page, _ last: Int, _ index: Int) -> Bool {
        let before = page.lines[last].string
        let line = page.lines[index].trimmed
        guard isStatement(page.lines[last].trimmed, page), !before.contains("#") else {
            return false
        }
        let here = String(scalars: line)
        if before.hasSuffix("-"), line.first?.isASCIILetter == true, !accepts(before) {
            let whole = before.dropLast() + here
            let joined = accepts(String(whole)) ? String(whole) : before + here
            return accepts(joined) && take(joined)
        }
        // `lr=1 batch=2` alone is no assignment; after a command it is the rest of its options.
        let words = here.split(separator: " ")
        let isOptions = words.count >= 2 && words.allSatisfy { $0.contains("=") }
        guard isOptions, !accepts(here), accepts(before + " " + here) else { return false }
        return take(before + " " + here)
        func take(_ text: String) -> Bool {
            page.lines[last].set(text.unicodeScalars, .joins)
            page.lines[index].drop = .quiet
            return true
        }
    }
}
