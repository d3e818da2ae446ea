import Plotting

/// Everything as JSON, for programs.
package enum JSONExporter: Exporter {
    package static let fileExtension = "json"
    package static let summary = "JSON: cells with records and pictures"

    package static func text(_ document: NotebookDocument) -> String {
        let page = JSON.object([
            ("format", .string("lc notebook 1")), ("title", .string(document.title)),
            ("seed", .integer(document.seed)),
            ("cells", .block(.list(document.cells.map(cell)))),
        ])
        return JSON.block(page).lines(indent: 2) + "\n"
    }

    private static func cell(_ cell: Cell) -> JSON {
        .object([
            ("number", .integer(cell.number)), ("source", .string(cell.source)),
            ("outputs", .list(cell.outputs.map(output))),
            ("record", cell.record.map(JSON.written) ?? .null), ("error", .optional(cell.error)),
            ("hint", .optional(cell.hint)), ("seconds", .number(cell.seconds)),
            ("stale", .list(cell.staleBecause.map(JSON.string))),
        ])
    }

    private static func output(_ output: Output) -> JSON {
        switch output {
        case .text(let text): .object([("text", .string(text))])
        case .figure(let figure):
            .object([
                ("title", .string(figure.title)), ("svg", .string(SVGCanvas().draw(figure))),
            ])
        }
    }
}
