/// `` `load iris` `` alone on its line.
enum InlineCode: NormalizerRule {
    static let summary = "backticks around a statement are taken off"

    static func apply(to page: inout Page, _ normalizer: Normalizer) {
        page.forEachOpenLine { page, index in
            guard let code = content(page.lines[index].trimmed), normalizer.isStatement(code, page)
            else { return }
            page.lines[index].set(code, .markup)
            page.lines[index].isItem = true
        }
    }

    /// What stands in `` `…` `` when that is all there is, but for a final full stop.
    static func content(_ line: [Unicode.Scalar]) -> [Unicode.Scalar]? {
        var line = line
        if let last = line.last, ".,;:".unicodeScalars.contains(last), line.dropLast().last == "`" {
            line.removeLast()
        }
        guard line.count > 2, line.first == "`", line.last == "`" else { return nil }
        let inside = Array(line.dropFirst().dropLast())
        return inside.contains("`") ? nil : Page.Line(scalars: inside).trimmed
    }
}
