/// `> ` before a line, as mail and Markdown quote.
enum Quotations: NormalizerRule {
    static let summary = "quotation marks of mail and Markdown are taken off"

    static func apply(to page: inout Page, _ reader: StatementReader) {
        page.forEachOpenLine { page, index in
            guard Prompt(page.lines[index].trimmed)?.isStrong != true else { return }
            while let rest = rest(of: page.lines[index].trimmed) {
                page.take(index, rest, .markup, as: .quotation)
            }
        }
    }

    private static func rest(of line: [Unicode.Scalar]) -> [Unicode.Scalar]? {
        guard let first = line.first, first == ">" || first == "▎" || first == "┃",
            Prompt(line)?.isStrong != true
        else { return nil }
        let isMark = line.dropFirst().first.map { $0 == " " || $0 == ">" } ?? true
        return isMark ? Array(line.dropFirst().drop { $0 == " " }) : nil
    }
}
