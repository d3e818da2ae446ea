/// Transcripts: what follows a prompt or stands in a list was typed, every other line is output.
extension Normalizer {
    func takeTranscript(_ page: inout Page, _ segment: Range<Int>) {
        let hasPrompts = segment.contains { index in
            prompt(page, index) != nil
        }
        guard hasPrompts else { return }
        var statement = ""
        for index in segment where !page.lines[index].isBlank {
            let line = page.lines[index].trimmed
            if let prompt = prompt(page, index) {
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

    private func prompt(_ page: Page, _ index: Int) -> Prompt? {
        guard !page.lines[index].isDropped, let prompt = Prompt(page.lines[index].trimmed) else {
            return nil
        }
        return prompt.isStrong || isStatement(prompt.rest, page) ? prompt : nil
    }
}

/// A prompt at the beginning of a line, and what follows it.
struct Prompt {
    let rest: [Unicode.Scalar]
    /// Whether nothing but a prompt looks like this; `$ ` and `% ` need a statement after them.
    let isStrong: Bool

    /// `lc>`, `[3] lc>`, `lc[3]>`, `>>>`, `In [3]:`, `julia>`, `$`, `%`.
    init?(_ line: [Unicode.Scalar]) {
        var place = 0
        func take(_ text: String) -> Bool {
            guard line[place...].starts(with: text.unicodeScalars) else { return false }
            place += text.unicodeScalars.count
            return true
        }
        func takeNumber() {
            while place < line.count, line[place].isDigit { place += 1 }
        }
        func takeBracketed() -> Bool {
            let start = place
            guard take("[") else { return false }
            takeNumber()
            if take("]") { return true }
            place = start
            return false
        }
        if take(">>>") || take("julia>") {
            isStrong = true
        } else if take("In ") {
            guard takeBracketed(), take(":") else { return nil }
            isStrong = true
        } else if take("$") || take("%") {
            guard place < line.count, line[place] == " " else { return nil }
            isStrong = false
        } else {
            if takeBracketed() { _ = take(" ") }
            guard take("lc") else { return nil }
            _ = takeBracketed()
            guard take(">") else { return nil }
            isStrong = true
        }
        guard place == line.count || line[place] == " " else { return nil }
        rest = Array(line[place...].drop { $0 == " " })
    }

    /// What follows `...>`, `...` or `...:`.
    static func continuation(_ line: [Unicode.Scalar]) -> [Unicode.Scalar]? {
        let dots = line.prefix { $0 == "." || $0 == "…" }
        guard dots.count >= 3 || dots.first == "…" else { return nil }
        var rest = line.dropFirst(dots.count)
        if rest.first == ">" || rest.first == ":" { rest = rest.dropFirst() }
        guard rest.first.map({ $0 == " " }) ?? true else { return nil }
        return Array(rest.dropFirst())
    }
}
