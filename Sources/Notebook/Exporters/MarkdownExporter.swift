import Plotting

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

    /// Longer than any run of backticks inside.
    static func fence(_ info: String, _ lines: [String]) -> String {
        var mark = "```"
        while lines.contains(where: { $0.contains(mark) }) { mark += "`" }
        return ([mark + info] + lines + [mark]).joined(separator: "\n")
    }
}

/// What a cell showed, as notes keep it: text, or a picture drawn in characters.
package struct RecordedOutput: Sendable, Equatable {
    package enum Kind: String, Sendable { case output, plot }

    package var kind: Kind
    package var lines: [String]

    package init(kind: Kind, lines: [String]) {
        self.kind = kind
        self.lines = lines
    }

    /// Neighbouring texts are one output; a failure is text too.
    package static func of(_ cell: Cell) -> [RecordedOutput] {
        var result: [RecordedOutput] = []
        func add(_ kind: Kind, _ lines: [String]) {
            if kind == .output, result.last?.kind == .output {
                result[result.count - 1].lines += lines
            } else {
                result.append(RecordedOutput(kind: kind, lines: lines))
            }
        }
        for output in cell.outputs {
            switch output {
            case .text(let text):
                add(
                    .output,
                    text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
            case .figure(let figure): add(.plot, PlainPicture.lines(figure))
            }
        }
        if let error = cell.errorText {
            add(.output, error.split(separator: "\n").map(String.init))
        }
        return result
    }
}

/// Figures in characters, without colour.
enum PlainPicture {
    static func lines(_ figure: Figure) -> [String] {
        TerminalCanvas(TerminalStyle(columns: 80, rows: 24, colour: .none, unicode: true)).draw(
            figure)
    }
}
