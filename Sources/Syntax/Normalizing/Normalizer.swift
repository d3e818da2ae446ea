/// Makes statements of text that was copied from somewhere: notes, a PDF, a chat, a terminal.
///
/// A pure function. It changes nothing in a clean script, and nothing more in its own result. What
/// stands inside `"…"` and `'…'` keeps its characters; lines that are left out become empty, so that
/// line numbers still fit what was copied.
package struct Normalizer {
    /// Whether a word begins a statement: a command, or a definition of this session.
    let isCommand: (String) -> Bool
    /// Whether a line is a statement that could run, as far as the checker can tell without running it.
    let accepts: (String) -> Bool

    package init(isCommand: @escaping (String) -> Bool, accepts: @escaping (String) -> Bool) {
        self.isCommand = isCommand
        self.accepts = accepts
    }

    /// A repaired text, and what was changed in it.
    package struct Result: Equatable, Sendable {
        package var text: String
        package var changes: [NormalizerChange: Int] = [:]
        /// What could be meant to deceive, or cannot be understood for sure.
        package var warnings: [String] = []

        /// What was changed, in one line; nil when nothing was.
        package var summary: String? {
            let parts = NormalizerChange.allCases.compactMap { change in
                changes[change].map { change.description($0) }
            }
            return parts.isEmpty ? nil : parts.joined(separator: ", ")
        }

        /// Which lines of the text were left out.
        var leftOut: Set<Int> = []

        /// The text without the lines that were left out.
        package var compactText: String {
            var lines: [Substring] = []
            let all = text.split(separator: "\n", omittingEmptySubsequences: false)
            for (index, line) in all.enumerated() where !leftOut.contains(index) {
                let isEmpty = line.allSatisfy(\.isWhitespace)
                if isEmpty, lines.last?.isEmpty ?? true { continue }
                lines.append(isEmpty ? "" : line)
            }
            while lines.last?.isEmpty == true { lines.removeLast() }
            return lines.joined(separator: "\n")
        }
    }

    /// Makes statements of a text, by all rules.
    package func normalize(_ text: String) -> Result {
        repeated(text) { pass($0, isCode: false) }
    }

    /// Mends code that stands in notes: every line of it is meant, but for what prompts showed.
    package func normalize(code: String) -> Result { repeated(code) { pass($0, isCode: true) } }

    /// A repair can uncover another one: a quote mark that was an entity, a prompt in a list.
    private func repeated(_ text: String, _ pass: (String) -> Result) -> Result {
        var result = Result(text: text)
        for _ in 0..<8 {
            let next = pass(result.text)
            result.changes.merge(next.changes, uniquingKeysWith: +)
            result.leftOut.formUnion(next.leftOut)
            result.warnings += next.warnings.filter { !result.warnings.contains($0) }
            if Array(next.text.utf8) == Array(result.text.utf8) { break }
            result.text = next.text
        }
        return result
    }

    /// Mends the characters of what was typed, or of a piece of a line, and leaves out nothing but
    /// prompts.
    package func repair(_ text: String) -> Result {
        repeated(text) { text in
            var result = HarmlessText.strip(text)
            var lines: [[Unicode.Scalar]] = []
            let scalars = Array(result.text.unicodeScalars)
            for line in scalars.split(separator: "\n", omittingEmptySubsequences: false) {
                var cleaner = LineCleaner(Array(line))
                var cleaned = cleaner.clean()
                if let prompt = Prompt(cleaned.trimmed), prompt.isStrong, !prompt.rest.isEmpty {
                    cleaned.set(prompt.rest, .prompts)
                }
                GreekNames.repair(&cleaned, self)
                result.changes.merge(cleaned.changes, uniquingKeysWith: +)
                lines.append(cleaned.scalars)
            }
            result.text = String(scalars: lines.joined(separator: ["\n"]))
            return result
        }
    }

    /// The rules once, in their order.
    private func pass(_ text: String, isCode: Bool) -> Result {
        var stripped = HarmlessText.strip(text)
        let scalars = Array(stripped.text.unicodeScalars)
        var page = Page(
            lines: scalars.split(separator: "\n", omittingEmptySubsequences: false).map {
                Page.Line(scalars: Array($0))
            })
        for rule in NormalizerRules.all where rule.changesCode || !isCode {
            rule.apply(to: &page, self)
        }
        for line in page.lines where !line.isDropped || line.drop == .quiet {
            stripped.changes.merge(line.changes, uniquingKeysWith: +)
        }
        for line in page.lines {
            if case .because(let change) = line.drop { stripped.changes[change, default: 0] += 1 }
        }
        return Result(
            text: page.text, changes: stripped.changes,
            warnings: stripped.warnings + page.warnings,
            leftOut: Set(page.lines.indices.filter { page.lines[$0].isDropped }))
    }

    func isCommand(_ word: some StringProtocol, _ page: Page) -> Bool {
        isCommand(String(word)) || page.definitions.contains(String(word))
    }
}

extension String {
    init(scalars: some Sequence<Unicode.Scalar>) {
        self.init(String.UnicodeScalarView(scalars))
    }
}
