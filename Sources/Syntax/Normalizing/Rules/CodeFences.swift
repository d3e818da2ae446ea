/// Code fences of Markdown.
enum CodeFences: NormalizerRule {
    static let summary =
        "only what code fences hold is kept, where there are any of lc or of no language"

    /// Keeps only what code fences hold, where there are any.
    ///
    /// Fences of other languages are left out. One without a language is kept when it begins with a
    /// statement or a prompt: notes fence outputs too.
    static func apply(to page: inout Page, _ normalizer: Normalizer) {
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
            let isCloser = isTail && begins(page, 0..<open.line, normalizer)
            fences.append(isCloser ? 0..<open.line : open.line + 1..<page.lines.count)
        }
        guard !marks.isEmpty else { return }
        let kept = fences.filter { fence in
            let language =
                fence.lowerBound > 0
                ? Fence(page.lines[fence.lowerBound - 1].trimmed)?.language ?? "" : ""
            return language == "lc" || language.isEmpty && begins(page, fence, normalizer)
        }
        page.fences = kept.isEmpty ? [0..<0] : kept
        for index in page.lines.indices where !kept.contains(where: { $0.contains(index) }) {
            page.drop(index, marks.contains(index) ? .markup : .prose)
        }
    }

    /// Whether the first line of a part is a statement, perhaps after a prompt.
    private static func begins(
        _ page: Page, _ part: Range<Int>, _ normalizer: Normalizer
    ) -> Bool {
        guard let first = part.first(where: { !page.lines[$0].isBlank }) else { return false }
        let line = page.lines[first].trimmed
        if let prompt = Prompt(line), prompt.isStrong || normalizer.isStatement(prompt.rest, page) {
            return true
        }
        return line.first == "#" || normalizer.isStatement(line, page)
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
