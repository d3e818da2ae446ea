/// Greek letters that formulas use for options.
enum GreekNames: NormalizerRule {
    static let summary = "Greek names of options become lc's, where only those run: η is lr"
    static let changesCode = true

    static func apply(to page: inout Page, _ normalizer: Normalizer) {
        page.forEachOpenLine { page, index in repair(&page.lines[index], normalizer) }
    }

    /// Greek names that formulas have for options: `sgd η=0.1` is `sgd lr=0.1`, where only that runs.
    static func repair(_ line: inout Page.Line, _ normalizer: Normalizer) {
        let text = line.string
        guard text.contains(where: { Self.greek[$0] != nil }), !normalizer.accepts(text) else {
            return
        }
        var words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        for (index, word) in words.enumerated() {
            guard let letter = word.first, word.dropFirst().first == "=" else { continue }
            for name in Self.greek[letter] ?? [] {
                var candidate = words
                candidate[index] = name + word.dropFirst()
                if normalizer.accepts(candidate[...index].joined(separator: " ")) {
                    words = candidate
                    break
                }
            }
        }
        let repaired = words.joined(separator: " ")
        if repaired != text, normalizer.accepts(repaired) {
            line.set(repaired.unicodeScalars, .letters)
        }
    }

    private static let greek: [Character: [String]] = [
        "η": ["lr"], "α": ["lr"], "λ": ["lambda", "reg"], "Δ": ["margin"], "δ": ["margin"],
        "μ": ["momentum"], "µ": ["momentum"], "ρ": ["momentum"], "β": ["beta", "momentum"],
        "σ": ["scale"],
    ]
}
