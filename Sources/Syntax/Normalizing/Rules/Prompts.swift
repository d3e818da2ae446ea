/// Transcripts: what follows a prompt or stands in a list was typed, every other line is output.
enum Prompts: NormalizerRule {
    static let summary = "prompts are taken off, and what programs printed between them is left out"
    static let changesCode = true

    static func apply(to page: inout Page, _ normalizer: Normalizer) {
        for segment in page.segments { take(&page, segment, normalizer) }
    }

    private static func take(
        _ page: inout Page, _ segment: Range<Int>, _ normalizer: Normalizer
    ) {
        let hasPrompts = segment.contains { index in
            prompt(page, index, normalizer) != nil
        }
        guard hasPrompts else { return }
        var statement = ""
        for index in segment where !page.lines[index].isBlank {
            let line = page.lines[index].trimmed
            if let prompt = prompt(page, index, normalizer) {
                page.lines[index].set(prompt.rest, .prompts)
                statement = String(scalars: prompt.rest)
            } else if let rest = Prompt.continuation(line), !statement.isEmpty {
                page.lines[index].set(rest, .prompts)
                statement += "\n" + String(scalars: rest)
            } else if !statement.isEmpty,
                Parser.parse(Source(name: "", text: statement)).isIncomplete
            {
                statement += "\n" + page.lines[index].string
            } else if page.lines[index].isItem {
                statement = page.lines[index].string
            } else {
                page.drop(index, .output)
                statement = ""
            }
        }
    }

    private static func prompt(
        _ page: Page, _ index: Int, _ normalizer: Normalizer
    ) -> Prompt? {
        guard !page.lines[index].isDropped, let prompt = Prompt(page.lines[index].trimmed) else {
            return nil
        }
        return prompt.isStrong || normalizer.isStatement(prompt.rest, page) ? prompt : nil
    }
}
