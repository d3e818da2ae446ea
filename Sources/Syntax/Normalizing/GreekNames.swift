/// Greek letters that formulas use for options: `η` for `lr`.
enum GreekNames {
    /// The line with the names of options that its Greek letters stand for.
    static func named(_ line: [Unicode.Scalar], _ reader: StatementReader) -> [Unicode.Scalar] {
        guard line.contains(where: { Self.greek[Character($0)] != nil }) else { return line }
        var words = String(scalars: line).split(separator: " ", omittingEmptySubsequences: false)
            .map(String.init)
        for (index, word) in words.enumerated() {
            guard let letter = word.first, word.dropFirst().first == "=" else { continue }
            for name in Self.greek[letter] ?? [] {
                var candidate = words
                candidate[index] = name + word.dropFirst()
                // The words behind it may be in need of repair too.
                let start = Array(candidate[...index].joined(separator: " ").unicodeScalars)
                if reader.accepts(PowersOfTen.rewritten(start)) {
                    words = candidate
                    break
                }
            }
        }
        return Array(words.joined(separator: " ").unicodeScalars)
    }

    private static let greek: [Character: [String]] = [
        "η": ["lr"], "α": ["lr"], "λ": ["lambda", "reg"], "Δ": ["margin"], "δ": ["margin"],
        "μ": ["momentum"], "µ": ["momentum"], "ρ": ["momentum"], "β": ["beta", "momentum"],
        "σ": ["scale"],
    ]
}
