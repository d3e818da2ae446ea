/// `[3] lc> load iris`: what follows a prompt was typed.
enum Prompts: NormalizerRule {
    static let summary = "prompts are taken off, and those of statements that go on"
    static let changesCode = true

    static func apply(to page: inout Page, _ reader: StatementReader) {
        for segment in page.segments { take(&page, segment, reader) }
    }

    private static func take(_ page: inout Page, _ segment: Range<Int>, _ reader: StatementReader) {
        var statement = ""
        var isOfOthers = false
        for index in segment where !page.lines[index].isBlank {
            let line = page.lines[index].trimmed
            if let prompt = Prompt(line), isPrompt(prompt, reader) {
                isOfOthers = prompt.isOfOthers && !isMeant(prompt.rest, reader)
                if isOfOthers {
                    page.leaveOut(index, as: .prose, "behind the prompt of another language")
                    continue
                }
                page.take(index, prompt.rest, .prompts, as: .prompt)
                statement = String(scalars: prompt.rest)
            } else if let rest = Prompt.continuation(line), !statement.isEmpty || isOfOthers {
                if isOfOthers {
                    page.leaveOut(index, as: .prose, "behind the prompt of another language")
                    continue
                }
                page.take(index, rest, .prompts, as: .continuation)
                statement += "\n" + String(scalars: rest)
            }
        }
    }

    private static func isPrompt(_ prompt: Prompt, _ reader: StatementReader) -> Bool {
        let isShell = reader.read(prompt.rest) == .value && !isKnownValue(prompt.rest, reader)
        return prompt.isStrong || isMeant(prompt.rest, reader) && !isShell
    }

    private static func isMeant(_ rest: [Unicode.Scalar], _ reader: StatementReader) -> Bool {
        rest.isEmpty || reader.begins(rest) || reader.read(rest) == .value
            || Repairs.meant(rest, reader) != nil
    }

    /// A word alone is a program that a shell runs, unless the text defines it.
    private static func isKnownValue(_ rest: [Unicode.Scalar], _ reader: StatementReader) -> Bool {
        guard reader.read(rest) == .value else { return false }
        return rest.contains { !$0.isWordScalar } || rest.first?.isDigit == true
            || reader.names.contains(String(scalars: rest))
    }
}
