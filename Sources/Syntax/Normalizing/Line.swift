import TerminalText

/// One line of a copied text: what was copied, what is left of it, and what is known about it.
struct Line {
    /// Its number in the copied text, from 1.
    let number: Int
    /// What was copied, without control characters.
    let original: [Unicode.Scalar]
    /// What is left once marks are taken off and characters repaired.
    var scalars: [Unicode.Scalar] {
        didSet { (trimmed, string) = (Self.trim(scalars), String(scalars: scalars)) }
    }
    /// The same without spaces at both ends.
    private(set) var trimmed: [Unicode.Scalar]
    /// The scalars as a text, which nearly every rule reads.
    private(set) var string: String
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
        (trimmed, string) = (Self.trim(scalars), String(scalars: scalars))
    }

    static func trim(_ scalars: some BidirectionalCollection<Unicode.Scalar>) -> [Unicode.Scalar] {
        guard let last = scalars.lastIndex(where: { !$0.isSpace }) else {
            return []
        }
        return Array(scalars[...last].drop { $0.isSpace })
    }

    static func trim(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
        // Most lines are trimmed, and share their memory.
        let isTrimmed =
            scalars.first.map { !$0.isSpace } ?? true
            && scalars.last.map { !$0.isSpace } ?? true
        return isTrimmed ? scalars : trim(scalars[...])
    }

    /// Whether nothing stands on it.
    var isEmpty: Bool { trimmed.isEmpty }

    /// Whether nothing is left of it to be judged.
    var isBlank: Bool { verdict?.kind.isKept == false || isEmpty }

    /// The columns that it took when it was copied.
    var columns: Int {
        // What was put before every line made it no narrower.
        let isFramed = !surroundings.isDisjoint(with: [.quotation, .cell])
        let text = isFramed ? scalars : original
        let end = text.lastIndex { $0 != " " }.map { $0 + 1 } ?? 0
        return text[..<end].reduce(0) {
            $0 + ((0x20..<0x7F).contains($1.value) ? 1 : max(0, TerminalText.columns($1)))
        }
    }

    /// The columns before its first character.
    var indentation: Int {
        original.prefix { $0.isSpace }.reduce(0) { $0 + ($1 == "\t" ? 8 : 1) }
    }

    var isMarked: Bool { !surroundings.isDisjoint(with: Surrounding.marks) }

    mutating func set(_ scalars: some Sequence<Unicode.Scalar>, _ change: NormalizerChange) {
        self.scalars = Array(scalars)
        changes[change, default: 0] += 1
    }
}
