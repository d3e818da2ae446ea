/// Code fences of Markdown.
enum CodeFences: NormalizerRule {
    static let summary =
        "lines in fences belong together, and those in fences of other languages are left out"

    static func apply(to page: inout Page, _ reader: StatementReader) {
        var open: (line: Int, mark: Fence)?
        var block = 0
        for index in page.indices where page.lines[index].block == 0 {
            let fence = Fence(page.lines[index].trimmed)
            if let begin = open {
                if let fence, fence.closes(begin.mark) {
                    page.leaveOut(index, as: .markup, "the end of a fence")
                    open = nil
                } else {
                    page.lines[index].region = Region(language: begin.mark.language)
                    page.lines[index].block = block
                }
            } else if let fence {
                page.leaveOut(index, as: .markup, "the beginning of a fence")
                block += 1
                open = (index, fence)
            }
        }
        guard let open, open.mark.language.isEmpty, block == 1 else { return }
        // A fence that nothing opened: what stands before it is in it, unless that is empty.
        guard page.lines[..<open.line].contains(where: { !$0.isBlank }),
            !page.lines[open.line...].contains(where: { !$0.isBlank })
        else { return }
        for index in 0..<open.line {
            (page.lines[index].block, page.lines[index].region) = (1, .plain)
        }
    }
}

/// A line of three or more backticks or tildes.
private struct Fence {
    let character: Unicode.Scalar
    let length: Int
    /// `lc` in ```` ```lc ````, ```` ```{.lc} ```` and ```` ```{code-cell} lc ````.
    let language: String

    init?(_ line: [Unicode.Scalar]) {
        let line = line.drop { $0 == ">" || $0 == " " }
        guard let first = line.first, first == "`" || first == "~" else { return nil }
        let mark = line.prefix { $0 == first }
        var rest = String(scalars: line.dropFirst(mark.count))[...]
        guard mark.count >= 3, !rest.contains("`") else { return nil }
        character = first
        length = mark.count
        for directive in ["{code-cell}", "{code-block}", "{code}", "{sourcecode}"] {
            let trimmed = rest.drop { $0 == " " }
            if trimmed.hasPrefix(directive) { rest = trimmed.dropFirst(directive.count) }
        }
        language = String(
            rest.drop { " {.".contains($0) }.prefix {
                $0.isLetter || $0.isNumber || "-_+#".contains($0)
            })
    }

    func closes(_ other: Fence) -> Bool {
        character == other.character && length >= other.length && language.isEmpty
    }
}
