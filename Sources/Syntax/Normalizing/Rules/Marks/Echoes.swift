/// `› load iris` above a report: lc repeats a statement of the cell that it runs.
enum Echoes: NormalizerRule {
    static let summary = "statements that lc repeats above their reports are left out"

    static func apply(to page: inout Page, _ reader: StatementReader) {
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
            if typed.contains(echo)
                || typed.contains(where: { !echo.isEmpty && $0.hasPrefix(echo) })
            {
                page.leaveOut(index, as: .output, "lc repeats a statement of the cell")
            }
        }
    }
}
