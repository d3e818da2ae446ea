/// A copied text as statements, and what became of each of its lines.
extension Normalizer {
    package struct Result: Equatable, Sendable {
        package var text: String
        package var changes: [NormalizerChange: Int] = [:]
        /// What could be meant to deceive, or cannot be understood for sure.
        package var warnings: [String] = []
        package var lines: [JudgedLine] = []
        /// Why nothing of the text can be read: it is base64, for example.
        package var refusal: String?

        /// What was changed, in one line; nil when nothing was.
        package var summary: String? {
            let parts = NormalizerChange.allCases.compactMap { change in
                changes[change].map { change.description($0) }
            }
            return parts.isEmpty ? nil : parts.joined(separator: ", ")
        }

        /// Lines that may be statements or not.
        package var unclear: [JudgedLine] { lines.filter { $0.kind == .unclear } }

        /// Lines that are left out, although they could run.
        package var doubtful: [JudgedLine] { lines.filter { $0.candidate != nil } }

        package var hasCommands: Bool { lines.contains { $0.kind == .command } }

        /// Whether every line is kept: the text was a script from the start.
        package var isWhole: Bool { lines.allSatisfy { $0.kind.isKept && $0.kind != .unclear } }

        /// The text without the lines that were left out.
        package var compactText: String { Self.compact(lines) }

        /// The text with the lines that were left out although they could run.
        package var fullText: String {
            Self.compact(
                lines.map { line in
                    var line = line
                    if let candidate = line.candidate {
                        (line.kind, line.statement) = (.command, candidate)
                    }
                    return line
                })
        }

        private static func compact(_ judged: [JudgedLine]) -> String {
            var lines: [String] = []
            for line in judged where line.kind.isKept {
                if line.kind == .blank, lines.last?.isEmpty ?? true { continue }
                lines.append(line.kind == .blank ? "" : line.statement)
            }
            while lines.last?.isEmpty == true { lines.removeLast() }
            return lines.joined(separator: "\n")
        }
    }
}
