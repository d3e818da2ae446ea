/// Markdown with `lc` fences, each followed by what it showed: the form that `lc test` checks.
package enum MarkdownExporter: Exporter {
    package static let fileExtension = "md"
    package static let summary = "Markdown, which lc runs and tests"

    package static func text(_ document: NotebookDocument) -> String {
        let blocks = document.blocks.map { block in
            switch block {
            case .prose(let text): text
            case .cell(let cell): self.cell(cell)
            }
        }
        let settings = document.seed == 1 ? [] : ["<!-- lc: seed=\(document.seed) -->"]
        return (document.heading + settings + blocks).joined(separator: "\n\n") + "\n"
    }

    private static func cell(_ cell: Cell) -> String {
        let info = cell.isSkipped ? "lc skip" : cell.error == nil ? "lc" : "lc error"
        let parts =
            [
                fence(
                    info,
                    cell.source.split(separator: "\n", omittingEmptySubsequences: false).map(
                        String.init))
            ]
            + RecordedOutput.of(cell).map { fence($0.kind.rawValue, $0.lines) }
            + (cell.staleNote.map { ["*\($0)*"] } ?? [])
        return parts.joined(separator: "\n\n")
    }

    /// Lines between fences that are longer than any run of backticks in the lines.
    static func fence(_ info: String, _ lines: [String]) -> String {
        var mark = "```"
        while lines.contains(where: { $0.contains(mark) }) { mark += "`" }
        return ([mark + info] + lines + [mark]).joined(separator: "\n")
    }
}
