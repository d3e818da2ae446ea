import Platform

/// Makes statements of text that was copied from somewhere: notes, a PDF, a chat, a terminal.
///
/// Rules find what lines stand in and take marks off them; then ``Classifier`` judges each line by all
/// that is known about it. A line that could run is kept, or it is left out because of evidence that it
/// was not meant, or it is unclear; it is never left out silently.
///
/// A pure function. It changes nothing in a clean script, and nothing more in its own result. What
/// stands inside `"…"` and `'…'` keeps its characters; lines that are left out become empty, so that
/// line numbers still fit what was copied.
package struct Normalizer {
    let vocabulary: Vocabulary

    package init(_ vocabulary: Vocabulary) { self.vocabulary = vocabulary }

    /// Makes statements of a text, by all rules.
    package func normalize(_ text: String) -> Result { repeated(text, isCode: false) }

    /// Mends code that stands in notes: every line of it is meant, but for what prompts showed.
    package func normalize(code: String) -> Result { repeated(code, isCode: true) }

    /// A repair can uncover another one: a quote mark that was an entity, a prompt in a list. Each pass knows
    /// only the names of its own text: one that a line defined which is left out keeps no other line.
    private func repeated(_ text: String, isCode: Bool) -> Result {
        var result = pass(text, isCode: isCode, StatementReader(vocabulary))
        for _ in 0..<8 {
            guard result.unclear.isEmpty, result.refusal == nil, result.text != text,
                !Abandonment.isRequested
            else { break }
            let next = pass(result.text, isCode: isCode, StatementReader(vocabulary))
            if Array(next.text.utf8) == Array(result.text.utf8) { break }
            result.follow(next)
        }
        return result
    }

    /// Mends the characters of what was typed, or of a piece of a line, and leaves out nothing but
    /// prompts.
    package func repair(_ text: String) -> Result {
        let reader = StatementReader(vocabulary)
        var result = repairOnce(text, reader)
        for _ in 0..<8 {
            let next = repairOnce(result.text, reader)
            if Array(next.text.utf8) == Array(result.text.utf8) { break }
            result.text = next.text
            result.changes.merge(next.changes, uniquingKeysWith: +)
            result.warnings += next.warnings.filter { !result.warnings.contains($0) }
        }
        return result
    }

    private func repairOnce(_ text: String, _ reader: StatementReader) -> Result {
        var result = HarmlessText.strip(text)
        var page = Page(result.text)
        Characters.apply(to: &page, reader)
        for index in page.indices {
            if let prompt = Prompt(page.lines[index].trimmed), prompt.isStrong, !prompt.rest.isEmpty
            {
                page.take(index, prompt.rest, .prompts)
            }
            MeantSpellings.mend(&page.lines[index], reader, isTyped: true)
            result.changes.merge(page.lines[index].changes, uniquingKeysWith: +)
        }
        result.text = page.lines.map(\.string).joined(separator: "\n")
        return result
    }

    /// The rules once, in their order, and the verdicts.
    private func pass(_ text: String, isCode: Bool, _ reader: StatementReader) -> Result {
        let stripped = HarmlessText.strip(TerminalRecording.screen(of: text) ?? text)
        var page = Page(stripped.text)
        if isCode { page.lines.indices.forEach { page.lines[$0].region = .code } }
        var result = Result(text: "", changes: stripped.changes, warnings: stripped.warnings)
        // Nothing stands around the statements of a script.
        let isScript =
            !isCode && Self.isPlain(stripped.text)
            // `lc> sgd` would be a comparison, too.
            && !page.lines.contains { Prompt($0.trimmed)?.isStrong == true }
            && vocabulary.check(stripped.text, [], true) == .fine
        let rules = isScript ? [] : NormalizerRules.containers + [Characters.self]
        apply(rules, to: &page, isCode, reader)
        reader.learn(page)
        for _ in 0..<4 where !isScript {
            let before = page.lines.map(\.scalars)
            apply(NormalizerRules.marks, to: &page, isCode, reader)
            if page.lines.map(\.scalars) == before { break }
        }
        reader.learn(page)
        apply(NormalizerRules.repairs, to: &page, isCode, reader)
        reader.learn(page)
        if !Abandonment.isRequested {
            var classifier = Classifier(page, reader, isCode: isCode)
            classifier.judge(&page)
        }
        result.take(page, reader)
        if Abandonment.isRequested { result.refusal = "interrupted" }
        return result
    }

    /// Whether no character of a text can be in need of repair.
    private static func isPlain(_ text: String) -> Bool {
        text.utf8.allSatisfy { byte in
            byte < 0x80 && byte != UInt8(ascii: "&") && byte != UInt8(ascii: "`")
                && byte != UInt8(ascii: "^")
        }
    }

    private func apply(
        _ rules: [any NormalizerRule.Type], to page: inout Page, _ isCode: Bool,
        _ reader: StatementReader
    ) {
        for rule in rules where rule.changesCode || !isCode {
            if Abandonment.isRequested { return }
            rule.apply(to: &page, reader)
        }
    }
}

extension String {
    /// A text of these scalars. Bytes are made of them first, which is several times quicker for long lines
    /// than a view of scalars.
    init(scalars: some Sequence<Unicode.Scalar>) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(scalars.underestimatedCount)
        for scalar in scalars {
            if scalar.value < 0x80 {
                bytes.append(UInt8(scalar.value))
            } else {
                bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            }
        }
        self.init(decoding: bytes, as: UTF8.self)
    }
}
