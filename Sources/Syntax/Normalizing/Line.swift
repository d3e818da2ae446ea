import TerminalText

/// One line of a copied text: what was copied, what is left of it, and what is known about it.
struct Line {
    /// Its number in the copied text, from 1.
    let number: Int
    /// What was copied, without control characters.
    let original: [Unicode.Scalar]
    /// What is left once marks are taken off and characters repaired.
    var scalars: [Unicode.Scalar]
    var changes: [NormalizerChange: Int] = [:]
    /// What was taken off around it.
    var surroundings: Set<Surrounding> = []
    var region = Region.page
    /// Which fence or cell it stands in; 0 outside.
    var block = 0
    /// Set by a rule that has positive evidence, or else by the classifier.
    var verdict: Verdict?

    init(_ scalars: [Unicode.Scalar], number: Int) {
        (original, self.scalars, self.number) = (scalars, scalars, number)
    }

    var string: String { String(scalars: scalars) }

    /// The text without spaces at both ends.
    var trimmed: [Unicode.Scalar] { Self.trim(scalars) }

    static func trim(_ scalars: some BidirectionalCollection<Unicode.Scalar>) -> [Unicode.Scalar] {
        guard let last = scalars.lastIndex(where: { !$0.properties.isWhitespace }) else {
            return []
        }
        return Array(scalars[...last].drop { $0.properties.isWhitespace })
    }

    /// Whether nothing stands on it.
    var isEmpty: Bool { scalars.allSatisfy(\.properties.isWhitespace) }

    /// Whether nothing is left of it to be judged.
    var isBlank: Bool { verdict?.kind.isKept == false || isEmpty }

    /// The columns that it took when it was copied.
    var columns: Int {
        // What was put before every line made it no narrower.
        let isFramed = !surroundings.isDisjoint(with: [.quotation, .cell])
        let text = (isFramed ? scalars : original).reversed().drop { $0 == " " }
        return text.reduce(0) { $0 + max(0, TerminalText.columns($1)) }
    }

    /// The columns before its first character.
    var indentation: Int {
        original.prefix { $0.properties.isWhitespace }.reduce(0) { $0 + ($1 == "\t" ? 8 : 1) }
    }

    var isMarked: Bool { !surroundings.isDisjoint(with: Surrounding.marks) }

    mutating func set(_ scalars: some Sequence<Unicode.Scalar>, _ change: NormalizerChange) {
        self.scalars = Array(scalars)
        changes[change, default: 0] += 1
    }
}
