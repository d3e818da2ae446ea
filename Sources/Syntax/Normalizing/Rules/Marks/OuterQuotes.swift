/// “load iris”: quotation marks around a whole statement.
enum OuterQuotes: NormalizerRule {
    static let summary = "quotation marks around a whole statement are taken off"

    private static let pairs: [Unicode.Scalar: Unicode.Scalar] = [
        "“": "”", "„": "“", "«": "»", "‘": "’", "「": "」", "『": "』", "〈": "〉", "《": "》", "【": "】",
        "‹": "›",
    ]

    static func apply(to page: inout Page, _ reader: StatementReader) {
        for index in page.indices where !page.lines[index].isBlank {
            let line = page.lines[index].trimmed
            guard let first = line.first, let close = pairs[first], line.last == close,
                line.count > 2
            else { continue }
            let inside = Line.trim(line.dropFirst().dropLast())
            guard !inside.contains(first), !inside.contains(close), reader.begins(inside) else {
                continue
            }
            page.take(index, inside, .markup, as: .item)
        }
    }
}
