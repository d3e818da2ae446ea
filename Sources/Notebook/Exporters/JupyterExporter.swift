import Plotting

/// A Jupyter notebook, nbformat 4.5, outputs included.
package enum JupyterExporter: Exporter {
    package static let fileExtension = "ipynb"
    package static let summary = "a Jupyter notebook"

    package static func text(_ document: NotebookDocument) -> String {
        let cells = document.blocks.enumerated().map { index, block in
            switch block {
            case .prose(let text):
                """
                  {
                   "cell_type": "markdown",
                   "id": "prose-\(index)",
                   "metadata": {},
                   "source": \(lines(text))
                  }
                """
            case .cell(let cell): code(cell, index)
            }
        }
        return """
            {
             "cells": [
            \(cells.joined(separator: ",\n"))
             ],
             "metadata": {
              "title": \(JSONText.quoted(document.title)),
              "kernelspec": {"display_name": "lc", "language": "lc", "name": "lc"},
              "language_info": {"file_extension": ".lc", "mimetype": "text/x-lc", "name": "lc"}
             },
             "nbformat": 4,
             "nbformat_minor": 5
            }

            """
    }

    private static func code(_ cell: Cell, _ index: Int) -> String {
        let outputs =
            cell.outputs.enumerated().map { output(of: $1, name: "c\(index)-\($0)-") }
            + [error(cell)].compactMap(\.self)
        let stale = cell.staleNote.map { "\"lc_stale\": \(JSONText.quoted($0))" } ?? ""
        return """
              {
               "cell_type": "code",
               "execution_count": \(cell.number),
               "id": "cell-\(index)",
               "metadata": {\(stale)},
               "outputs": [\(outputs.isEmpty ? "" : "\n" + outputs.joined(separator: ",\n") + "\n   ")],
               "source": \(lines(cell.source))
              }
            """
    }

    private static func output(of output: Output, name: String) -> String {
        switch output {
        case .text(let text):
            "    {\"name\": \"stdout\", \"output_type\": \"stream\", \"text\": \(lines(text + "\n"))}"
        case .figure(let figure):
            """
                {"data": {"image/svg+xml": \(lines(SVGCanvas(name: name).draw(figure))),
                 "text/plain": \(lines(PlainPicture.lines(figure).joined(separator: "\n")))},
                 "metadata": {}, "output_type": "display_data"}
            """
        }
    }

    private static func error(_ cell: Cell) -> String? {
        guard let message = cell.error, let text = cell.errorText else { return nil }
        let lines = text.split(separator: "\n").map { JSONText.quoted(String($0)) }
        return
            "    {\"ename\": \"error\", \"evalue\": \(JSONText.quoted(message)), \"output_type\": \"error\", \"traceback\": \(JSONText.list(lines))}"
    }

    /// A text as the format likes it: a list of lines with their newlines.
    private static func lines(_ text: String) -> String {
        let pieces = text.split(separator: "\n", omittingEmptySubsequences: false)
        let lines = pieces.enumerated().map { index, line in
            index < pieces.count - 1 ? line + "\n" : String(line)
        }
        return JSONText.list(lines.filter { !$0.isEmpty }.map(JSONText.quoted))
    }
}
