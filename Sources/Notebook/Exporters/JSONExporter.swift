import Plotting

/// Everything as JSON, for programs.
package enum JSONExporter: Exporter {
    package static let fileExtension = "json"
    package static let summary = "JSON: cells with records and pictures"

    package static func text(_ document: NotebookDocument) -> String {
        let cells = document.cells.map { "    " + cell($0) }.joined(separator: ",\n")
        return """
            {
              "format": "lc notebook 1",
              "title": \(JSONText.quoted(document.title)),
              "seed": \(document.seed),
              "cells": [
            \(cells)
              ]
            }

            """
    }

    private static func cell(_ cell: Cell) -> String {
        let outputs = cell.outputs.map { output in
            switch output {
            case .text(let text): "{\"text\": \(JSONText.quoted(text))}"
            case .figure(let figure):
                "{\"title\": \(JSONText.quoted(figure.title)), \"svg\": \(JSONText.quoted(SVGCanvas().draw(figure)))}"
            }
        }
        let fields = [
            "\"number\": \(cell.number)", "\"source\": \(JSONText.quoted(cell.source))",
            "\"outputs\": \(JSONText.list(outputs))", "\"record\": \(cell.record ?? "null")",
            "\"error\": \(cell.error.map(JSONText.quoted) ?? "null")",
            "\"hint\": \(cell.hint.map(JSONText.quoted) ?? "null")",
            "\"seconds\": \(cell.seconds)",
            "\"stale\": \(JSONText.list(cell.staleBecause.map(JSONText.quoted)))",
        ]
        return "{" + fields.joined(separator: ", ") + "}"
    }
}
