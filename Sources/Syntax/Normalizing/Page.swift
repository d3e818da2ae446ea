/// The lines of a copied text while rules work on it.
struct Page {
    struct Line {
        var scalars: [Unicode.Scalar]
        var changes: [NormalizerChange: Int] = [:]
        var drop = Drop.kept
        /// It stood in a list, a table or inline code, where output does not stand.
        var isItem = false

        var isDropped: Bool { drop != .kept }
        var string: String { String(String.UnicodeScalarView(scalars)) }
        var isBlank: Bool { isDropped || scalars.allSatisfy(\.properties.isWhitespace) }
        /// The text without spaces at both ends.
        var trimmed: [Unicode.Scalar] {
            let start = scalars.drop { $0.properties.isWhitespace }
            return Array(start.reversed().drop { $0.properties.isWhitespace }.reversed())
        }

        mutating func set(_ scalars: some Sequence<Unicode.Scalar>, _ change: NormalizerChange) {
            self.scalars = Array(scalars)
            changes[change, default: 0] += 1
        }
    }

    enum Drop: Equatable {
        case kept
        /// Its words were joined to another line.
        case quiet
        case because(NormalizerChange)
    }

    var lines: [Line]
    var definitions: Set<String> = []
    /// The insides of code fences; empty when there are none.
    var fences: [Range<Int>] = []
    var warnings: [String] = []

    /// The parts of the text whose prompts and prose are judged separately.
    var segments: [Range<Int>] { fences.isEmpty ? [0..<lines.count] : fences }

    var text: String {
        lines.map { $0.isDropped ? "" : $0.string }.joined(separator: "\n")
    }

    mutating func drop(_ index: Int, _ change: NormalizerChange) {
        // Leaving out an empty line is no change to report.
        if !lines[index].isBlank { lines[index].drop = .because(change) }
    }
}
