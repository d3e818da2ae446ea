/// Statements in Markdown: fences, lists, quotations, tables, inline code.
extension Normalizer {
    /// Keeps only what code fences hold, where there are any.
    ///
    /// Fences of other languages are left out. One without a language is kept when it begins with a
    /// statement or a prompt: notes fence outputs too.
    func takeFences(_ page: inout Page) {
        var fences: [Range<Int>] = []
        var marks: [Int] = []
        var open: (line: Int, mark: Fence)?
        for index in page.lines.indices {
            guard let fence = Fence(page.lines[index].trimmed) else { continue }
            if let begin = open {
                guard fence.closes(begin.mark) else { continue }
                fences.append(begin.line + 1..<index)
                marks += [begin.line, index]
                open = nil
            } else {
                open = (index, fence)
            }
        }
        if let open {
            marks.append(open.line)
            let isTail = fences.isEmpty && open.mark.language.isEmpty
            let isCloser = isTail && begins(page, 0..<open.line)
            fences.append(isCloser ? 0..<open.line : open.line + 1..<page.lines.count)
        }
        guard !marks.isEmpty else { return }
        let kept = fences.filter { fence in
            let language =
                fence.lowerBound > 0
                ? Fence(page.lines[fence.lowerBound - 1].trimmed)?.language ?? "" : ""
            return language == "lc" || language.isEmpty && begins(page, fence)
        }
        page.fences = kept.isEmpty ? [0..<0] : kept
        for index in page.lines.indices where !kept.contains(where: { $0.contains(index) }) {
            page.drop(index, marks.contains(index) ? .markup : .prose)
        }
    }

    /// Whether the first line of a part is a statement, perhaps after a prompt.
    private func begins(_ page: Page, _ part: Range<Int>) -> Bool {
        guard let first = part.first(where: { !page.lines[$0].isBlank }) else { return false }
        let line = page.lines[first].trimmed
        if let prompt = Prompt(line), prompt.isStrong || isStatement(prompt.rest, page) {
            return true
        }
        return line.first == "#" || isStatement(line, page)
    }

    /// Takes list marks, quotation marks, table cells and inline code off statements.
    func takeMarkup(_ page: inout Page, _ segment: Range<Int>) {
        var brackets = 0
        for index in segment where !page.lines[index].isBlank {
            if brackets <= 0 { unwrap(&page, index) }
            brackets = max(0, brackets + openBrackets(page.lines[index].scalars))
        }
    }

    private func unwrap(_ page: inout Page, _ index: Int) {
        let line = page.lines[index].trimmed
        guard let first = line.first else { return }
        if Prompt(line)?.isStrong == true { return }
        if first == ">" {
            let rest = line.dropFirst().drop { $0 == " " }
            if line.dropFirst().first.map({ $0 == " " || $0 == ">" }) ?? true {
                page.lines[index].set(rest, .markup)
                unwrap(&page, index)
            }
        } else if first == "|", line.last == "|", line.count > 2 {
            takeCell(&page, index, line)
        } else if line.count > 2, Set(line).count == 1, "=-*_~".unicodeScalars.contains(first) {
            page.drop(index, .markup)
        } else if let code = inlineCode(line), isStatement(code, page) {
            page.lines[index].set(code, .markup)
            page.lines[index].isItem = true
        } else if let rest = afterMark(line) {
            let code = inlineCode(rest) ?? rest
            if isStatement(code, page) || uncapitalized(code, page) != nil {
                page.lines[index].set(code, .markup)
                page.lines[index].isItem = true
            }
        }
    }

    private func takeCell(_ page: inout Page, _ index: Int, _ line: [Unicode.Scalar]) {
        let cell = Page.Line(scalars: Array(line.dropFirst().prefix { $0 != "|" })).trimmed
        let code = inlineCode(cell) ?? cell
        if isStatement(code, page) {
            page.lines[index].set(code, .markup)
        } else {
            page.drop(index, .markup)
        }
    }

    /// What stands in `` `…` `` when that is all there is, but for a final full stop.
    private func inlineCode(_ line: [Unicode.Scalar]) -> [Unicode.Scalar]? {
        var line = line
        if let last = line.last, ".,;:".unicodeScalars.contains(last), line.dropLast().last == "`" {
            line.removeLast()
        }
        guard line.count > 2, line.first == "`", line.last == "`" else { return nil }
        let inside = Array(line.dropFirst().dropLast())
        return inside.contains("`") ? nil : Page.Line(scalars: inside).trimmed
    }

    /// What follows a bullet, a number or a check box.
    private func afterMark(_ line: [Unicode.Scalar]) -> [Unicode.Scalar]? {
        var rest = line[...]
        if let first = line.first, "-*+•◦▪‣●○■–".unicodeScalars.contains(first) {
            rest = rest.dropFirst()
        } else if let first = line.first, (0x2460...0x2473).contains(first.value) {
            rest = rest.dropFirst()
            return Array(rest.drop { $0 == " " })
        } else {
            let isBracketed = rest.first == "("
            if isBracketed { rest = rest.dropFirst() }
            let digits = rest.prefix { $0.isDigit }
            guard !digits.isEmpty, digits.count < 6 else { return nil }
            rest = rest.dropFirst(digits.count)
            if let mark = rest.first, ".):|".unicodeScalars.contains(mark) {
                rest = rest.dropFirst()
            } else if isBracketed {
                return nil
            }
        }
        guard rest.first == " " || rest.first == "\t" else { return nil }
        rest = rest.drop { $0 == " " || $0 == "\t" }
        for box in ["[ ] ", "[x] ", "[X] "] where rest.starts(with: box.unicodeScalars) {
            rest = rest.dropFirst(4)
        }
        return Array(rest)
    }

    /// How many `(` and `[` a line leaves open, outside strings and comments.
    func openBrackets(_ line: [Unicode.Scalar]) -> Int {
        var depth = 0
        var quote: Unicode.Scalar?
        for (index, next) in line.enumerated() {
            if let open = quote {
                if next == open { quote = nil }
            } else if next == "\"" || next == "'" {
                quote = line[(index + 1)...].contains(next) ? next : nil
            } else if next == "#" {
                return depth
            } else if next == "(" || next == "[" {
                depth += 1
            } else if next == ")" || next == "]" {
                depth -= 1
            }
        }
        return depth
    }

    /// Every keyword but `in`, which only prose begins with.
    private static func beginsStatement(_ word: ReservedWord?) -> Bool {
        word.map { $0.isKeyword && $0 != .in } ?? false
    }

    /// Whether a line begins as a statement does: a command, a keyword, an assignment.
    func isStatement(_ line: some Collection<Unicode.Scalar>, _ page: Page) -> Bool {
        let word = String(scalars: line.prefix { $0.isWordScalar })
        guard let first = word.unicodeScalars.first, !first.isDigit else { return false }
        let rest = line.dropFirst(word.unicodeScalars.count)
        let next = rest.drop { $0 == " " }
        if next.first == "=", next.dropFirst().first != "=" { return true }
        guard rest.first.map({ " ;\t{".unicodeScalars.contains($0) }) ?? true else { return false }
        return isCommand(word, page) || Self.beginsStatement(ReservedWord(rawValue: word))
    }
}

/// A line of three or more backticks or tildes.
private struct Fence {
    let character: Unicode.Scalar
    let length: Int
    /// The first word after it: `lc` in ```` ```lc ```` and in ```` ```{.lc} ````.
    let language: String

    init?(_ line: [Unicode.Scalar]) {
        let line = line.drop { $0 == ">" || $0 == " " }
        guard let first = line.first, first == "`" || first == "~" else { return nil }
        let mark = line.prefix { $0 == first }
        let rest = line.dropFirst(mark.count)
        guard mark.count >= 3, !rest.contains("`") else { return nil }
        character = first
        length = mark.count
        language = String(
            scalars: rest.drop { " {.".unicodeScalars.contains($0) }.prefix { $0.isWordScalar })
    }

    func closes(_ other: Fence) -> Bool {
        character == other.character && length >= other.length && language.isEmpty
    }
}
