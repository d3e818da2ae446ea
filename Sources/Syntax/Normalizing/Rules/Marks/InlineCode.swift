/// `` `load iris` `` or `**load iris**` alone on its line.
enum InlineCode: NormalizerRule {
    static let summary = "backticks and bold type around a whole statement are taken off"

    static func apply(to page: inout Page, _ reader: StatementReader) {
        page.forEachOpenLine { page, index in
            guard let (code, surrounding) = content(page.lines[index].trimmed),
                reader.begins(code) || Repairs.meant(code, reader) != nil
            else { return }
            page.take(index, code, .markup, as: surrounding)
        }
    }

    private static let pairs: [(open: String, close: String, as: Surrounding)] = [
        ("``", "``", .code), ("`", "`", .code), ("***", "***", .item), ("**", "**", .item),
        ("__", "__", .item), ("*", "*", .item), ("\\texttt{", "}", .code),
        ("\"", "\"", .item), ("\\verb|", "|", .code), ("\\verb+", "+", .code),
        ("<code>", "</code>", .code),
        ("<kbd>", "</kbd>", .code), ("{{", "}}", .code), ("~", "~", .code),
    ]

    /// What stands between marks of type when that is all there is, but for a final stop.
    static func content(_ line: [Unicode.Scalar]) -> (code: [Unicode.Scalar], Surrounding)? {
        guard let first = line.first, !first.isWordScalar || first == "_" else { return nil }
        var line = String(scalars: line)
        if let last = line.last, ".,;:".contains(last) { line.removeLast() }
        for (open, close, surrounding) in pairs
        where line.hasPrefix(open) && line.hasSuffix(close) && line.count > open.count + close.count
        {
            let inside = line.dropFirst(open.count).dropLast(close.count)
            if inside.contains(close) { continue }
            let code = Line.trim(Array(inside.unicodeScalars))
            return content(code) ?? (code, surrounding)
        }
        return nil
    }
}
