/// "First run `load iris`, then `loss svm`.": statements set as code inside sentences.
enum SentenceCode: NormalizerRule {
    static let summary =
        "statements set as code in a sentence are taken where it says to run them, or nothing else could run"

    static func apply(to page: inout Page, _ reader: StatementReader) {
        let hasOthers = page.indices.contains { index in
            !page.lines[index].isBlank && reader.read(page.lines[index].trimmed).couldRun
        }
        for index in page.indices where !page.lines[index].isBlank {
            let line = page.lines[index].trimmed
            guard line.contains("`"), !reader.begins(line), case let codes = codes(in: line),
                !codes.isEmpty
            else { continue }
            if hasOthers, !isInstruction(line) || !codes.allSatisfy({ reader.read($0).couldRun }) {
                page.leaveOut(index, as: .prose, "a sentence that mentions statements")
            } else if hasOthers || codes.allSatisfy({ reader.read($0).couldRun }) {
                page.take(
                    index, Array(codes.joined(separator: "; ".unicodeScalars)), .markup, as: .code)
            }
        }
    }

    private static let orders: Set<String> = [
        "run", "type", "enter", "execute", "try", "issue", "then", "first", "now", "next",
        "finally",
        "after", "continue", "begin", "start",
    ]
    private static let koreanOrders = ["실행", "입력", "치면", "치고", "치세요", "먼저", "이어서", "다음", "이제"]

    /// Whether a sentence says to run what is set as code in it.
    private static func isInstruction(_ line: [Unicode.Scalar]) -> Bool {
        let text = String(
            scalars: line.split(separator: "`", omittingEmptySubsequences: false).enumerated()
                .filter { $0.offset.isMultiple(of: 2) }
                .flatMap(\.element))
        let words = text.lowercased().split { !$0.isLetter }.map(String.init)
        return words.contains { orders.contains($0) }
            || koreanOrders.contains { text.range(of: $0) != nil }
    }

    /// What stands between pairs of backticks and begins as a statement.
    private static func codes(in line: [Unicode.Scalar]) -> [[Unicode.Scalar]] {
        let parts = line.split(separator: "`", omittingEmptySubsequences: false)
        guard parts.count >= 3, !parts.count.isMultiple(of: 2) else { return [] }
        return stride(from: 1, to: parts.count, by: 2).map { Line.trim(parts[$0]) }
    }
}
