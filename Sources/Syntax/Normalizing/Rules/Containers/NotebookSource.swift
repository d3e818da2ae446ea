/// A notebook of Jupyter as its file has it: the code of its cells, and its Markdown.
enum NotebookSource: NormalizerRule {
    static let summary =
        "of a notebook's JSON the code cells are taken, and its Markdown is read as notes"

    static func apply(to page: inout Page, _ reader: StatementReader) {
        let input = Array(page.lines.map(\.scalars).joined(separator: ["\n"]))
        guard input.first(where: { !$0.properties.isWhitespace }) == "{",
            page.lines.contains(where: { $0.string.contains("\"cell_type\"") })
        else { return }
        guard let notebook = JSONReader.value(of: input), case .list(let cells)? = notebook["cells"]
        else {
            page.refusal = "this is a piece of a notebook's JSON; copy its cells, or the whole file"
            return
        }
        let language = notebook["metadata"]?["kernelspec"]?["language"]?.text ?? "lc"
        page.lines = cells.enumerated().flatMap { lines(of: $1, block: $0 + 1, language) }
    }

    /// The lines of a cell, and an empty one below them.
    private static func lines(of cell: JSONReader.Value, block: Int, _ language: String) -> [Line] {
        var source: [(text: String, line: Int)] = []
        switch cell["source"] {
        case .text(let text, let line): source = [(text, line)]
        case .list(let texts):
            for case .text(let text, let line) in texts { source.append((text, line)) }
        default: return []
        }
        let isCode = cell["cell_type"]?.text == "code"
        let lines = pieces(source).map { text, number in
            var line = Line(Array(text.unicodeScalars), number: number)
            if isCode {
                (line.region, line.block) = (Region(language: language), block)
            } else {
                line.surroundings.insert(.notes)
            }
            return line
        }
        return lines + [Line([], number: lines.last?.number ?? 1)]
    }

    /// The lines of strings that are joined without anything between them.
    private static func pieces(_ source: [(text: String, line: Int)]) -> [(
        text: String, number: Int
    )] {
        var pieces: [(text: String, number: Int)] = []
        for (text, number) in source {
            for (index, part) in text.split(separator: "\n", omittingEmptySubsequences: false)
                .enumerated()
            {
                if index == 0, let last = pieces.indices.last {
                    if pieces[last].text.isEmpty { pieces[last].number = number }
                    pieces[last].text += part
                } else {
                    pieces.append((String(part), number))
                }
            }
        }
        if pieces.last?.text.isEmpty == true { pieces.removeLast() }
        return pieces
    }
}
