import Platform
import Plotting

/// A Jupyter notebook, nbformat 4.5, outputs included.
package enum JupyterExporter: Exporter {
    package static let fileExtension = "ipynb"
    package static let summary = "a Jupyter notebook"

    package static func text(_ document: NotebookDocument) -> String {
        let cells = document.blocks.enumerated().map { index, block in
            switch block {
            case .prose(let text): prose(text, index)
            case .cell(let cell): code(cell, index)
            }
        }
        let notebook = JSON.object([
            ("cells", .block(.list(cells))), ("metadata", .block(metadata(document))),
            ("nbformat", .integer(4)), ("nbformat_minor", .integer(5)),
        ])
        return JSON.block(notebook).lines(indent: 1) + "\n"
    }

    private static func metadata(_ document: NotebookDocument) -> JSON {
        .object([
            ("title", .string(document.title)),
            (
                "kernelspec",
                .object([
                    ("display_name", .string("lc")), ("language", .string("lc")),
                    ("name", .string("lc")),
                ])
            ),
            (
                "language_info",
                .object([
                    ("file_extension", .string(".lc")), ("mimetype", .string("text/x-lc")),
                    ("name", .string("lc")),
                ])
            ),
        ])
    }

    private static func prose(_ text: String, _ index: Int) -> JSON {
        .block(
            .object([
                ("cell_type", .string("markdown")), ("id", .string("prose-\(index)")),
                ("metadata", .object([])), ("source", lines(text)),
            ]))
    }

    private static func code(_ cell: Cell, _ index: Int) -> JSON {
        let outputs = cell.outputs.enumerated().map { output($1, name: "c\(index)-\($0)-") }
        let stale = cell.staleNote.map { [("lc_stale", JSON.string($0))] } ?? []
        return .block(
            .object([
                ("cell_type", .string("code")), ("execution_count", .integer(cell.number)),
                ("id", .string("cell-\(index)")), ("metadata", .object(stale)),
                ("outputs", .block(.list(outputs + [error(cell)].compactMap(\.self)))),
                ("source", lines(cell.source)),
            ]))
    }

    /// `name` begins the identifiers inside a picture.
    private static func output(_ output: Output, name: String) -> JSON {
        switch output {
        case .text(let text):
            return .object([
                ("name", .string("stdout")), ("output_type", .string("stream")),
                ("text", lines(text + "\n")),
            ])
        case .figure(let figure):
            let data = JSON.object([
                ("image/svg+xml", lines(SVGCanvas(name: name).draw(figure))),
                ("text/plain", lines(PlainPicture.lines(figure).joined(separator: "\n"))),
            ])
            return .object([
                ("data", data), ("metadata", .object([])), ("output_type", .string("display_data")),
            ])
        }
    }

    private static func error(_ cell: Cell) -> JSON? {
        guard let message = cell.error, let text = cell.errorText else { return nil }
        return .object([
            ("ename", .string("error")), ("evalue", .string(message)),
            ("output_type", .string("error")),
            ("traceback", .list(text.split(separator: "\n").map { .string(String($0)) })),
        ])
    }

    /// A text in the form that the format prescribes: a list of lines with their newlines.
    private static func lines(_ text: String) -> JSON {
        // Nothing that is made is used where the work is given up.
        if Abandonment.isRequested { return .list([]) }
        let pieces = text.utf8.split(
            separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        let lines = pieces.enumerated().map { index, line in
            String(Substring(line)) + (index < pieces.count - 1 ? "\n" : "")
        }
        return .list(lines.filter { !$0.isEmpty }.map(JSON.string))
    }
}
