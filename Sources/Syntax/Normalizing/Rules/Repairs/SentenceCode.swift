/// "First run `load iris`, then `loss svm`.": statements set as code inside sentences.
enum SentenceCode: NormalizerRule {
    static let summary =
        "statements set as code in a sentence are taken where the text has no others"

    static func apply(to page: inout Page, _ reader: StatementReader) {
        let hasOthers = page.indices.contains { index in
            !page.lines[index].isBlank && reader.read(page.lines[index].trimmed).couldRun
        }
        for index in page.indices where !page.lines[index].isBlank {
            let line = page.lines[index].trimmed
            guard line.contains("`"), !reader.begins(line), case let codes = codes(in: line),
                !codes.isEmpty
            else { continue }
            if hasOthers {
                page.leaveOut(index, as: .prose, "a sentence that mentions statements")
            } else if codes.allSatisfy({ reader.read($0).couldRun }) {
                page.take(
                    index, Array(codes.joined(separator: "; ".unicodeScalars)), .markup, as: .code)
            }
        }
    }

    /// What stands between pairs of backticks and begins as a statement.
    private static func codes(in line: [Unicode.Scalar]) -> [[Unicode.Scalar]] {
        let parts = line.split(separator: "`", omittingEmptySubsequences: false)
        guard parts.count >= 3, !parts.count.isMultiple(of: 2) else { return [] }
        return stride(from: 1, to: parts.count, by: 2).map { Line.trim(parts[$0]) }
    }
}
