/// `› load iris` above a report: lc repeats a statement of the cell that it runs.
enum Echoes: NormalizerRule {
    static let summary = "statements that lc repeats above their reports are left out"

    static func apply(to page: inout Page, _ reader: StatementReader) {
        guard page.lines.contains(where: { $0.trimmed.first == "›" }) else { return }
        var typed: Set<String> = []
        for index in page.indices where !page.lines[index].isBlank {
            let line = page.lines[index].trimmed
            guard line.first == "›" else {
                typed.insert(String(scalars: line))
                continue
            }
            var shown = line.dropFirst()
            if shown.last == "…" { shown.removeLast() }
            let echo = String(scalars: Line.trim(shown))
            // A long statement is repeated up to the window's edge.
            let isCut = page.lines[index].trimmed.last == "…" && !echo.isEmpty
            if typed.contains(echo) || isCut && typed.contains(where: { $0.hasPrefix(echo) }) {
                page.leaveOut(index, as: .output, "lc repeats a statement of the cell")
            }
        }
    }
}
