/// `> ` before a line, as mail and Markdown quote.
enum Quotations: NormalizerRule {
    static let summary = "quotation marks of mail and Markdown are taken off"

    static func apply(to page: inout Page, _ reader: StatementReader) {
        page.forEachOpenLine { page, index in
            // All marks of a line in one go: a line of nothing else is as long as somebody likes.
            var (line, count) = (page.lines[index].trimmed[...], 0)
            while let rest = rest(of: line.drop { $0.isSpace }) {
                (line, count) = (rest, count + 1)
            }
            guard count > 0 else { return }
            page.take(index, line, .markup, as: .quotation)
            page.lines[index].changes[.markup, default: 0] += count - 1
        }
    }

    private static func rest(of line: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar>? {
        guard let first = line.first, first == ">" || first == "▎" || first == "┃",
            Prompt(Array(line.prefix(longestPrompt)))?.isStrong != true
        else { return nil }
        let isMark = line.dropFirst().first.map { $0 == " " || $0 == ">" } ?? true
        return isMark ? line.dropFirst().drop { $0 == " " } : nil
    }

    private static let longestPrompt = 40
}
