/// `\texttt{load iris}` in the source of a TeX document.
enum TeXSource: NormalizerRule {
    static let summary =
        "code that TeX sets inside of lines gets the marks that Markdown has for it"

    private static let macros = [
        "\\texttt{", "\\code{", "\\lstinline{", "\\mintinline{lc}{", "\\verb|", "\\verb+",
        "\\verb!",
        "\\lstinline|", "\\lstinline!",
    ]

    static func apply(to page: inout Page, _ reader: StatementReader) {
        if let begin = page.indices.first(where: {
            page.lines[$0].trimmed == Array("\\begin{document}".unicodeScalars)
        }) {
            for index in 0...begin {
                page.leaveOut(index, as: .markup, "the preamble of a TeX document")
            }
        }
        for index in page.indices where page.lines[index].block == 0 {
            let line = page.lines[index].scalars
            guard line.contains("\\") else { continue }
            let rewritten = rewrite(line)
            if rewritten != line { page.take(index, rewritten, .markup) }
        }
    }

    private static func rewrite(_ line: [Unicode.Scalar]) -> [Unicode.Scalar] {
        var output: [Unicode.Scalar] = []
        var index = 0
        if Line.trim(line).starts(with: "\\item ".unicodeScalars) {
            output = ["-", " "]
            index = line.prefix { $0 == " " || $0 == "\t" }.count + "\\item ".unicodeScalars.count
        }
        while index < line.count {
            guard let (code, end) = code(line, index) else {
                output.append(line[index])
                index += 1
                continue
            }
            output += ["`"] + code + ["`"]
            index = end
        }
        return output
    }

    /// The code that a macro sets, and where the text goes on behind it.
    private static func code(_ line: [Unicode.Scalar], _ start: Int) -> ([Unicode.Scalar], Int)? {
        guard line[start] == "\\" else { return nil }
        for macro in macros where line[start...].starts(with: macro.unicodeScalars) {
            let inside = start + macro.unicodeScalars.count
            guard let last = macro.unicodeScalars.last else { return nil }
            if last == "{" {
                guard let close = TeXText.closing(of: line, from: inside - 1) else { return nil }
                let text = TeXText.plain(String(scalars: line[inside..<close]))
                return (Array(text.unicodeScalars), close + 1)
            }
            guard let close = line[inside...].firstIndex(of: last) else { return nil }
            return (Array(line[inside..<close]), close + 1)
        }
        return nil
    }
}
