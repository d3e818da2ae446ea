import Notebook

/// `cells`, `cells 3-7`
package enum CellsCommand: Command {
    package static let name = "cells"
    package static let group = CommandGroup.session
    package static let summary = "what was run, with what it showed"
    package static let discussion = """
        A cell is marked * when the data, the preprocessing, the loss or the regularization that its
        numbers rest on has changed since.
        """
    package static let examples = [
        Example("cells", "one line a cell"), Example("cells 1-2", "two cells with their output"),
    ].map { Example($0.source, $0.note, setup: "load iris\neval") }

    private static let which = Parameter.optionalText(
        "cells", positional: true, "a number, or a range as 3-7")

    package static let forms = [Form(nil, "", [which])]

    package static func run(_ call: Invocation, in session: Session) throws(Failure) -> Outcome {
        let cells =
            try call[which].map { text throws(Failure) in
                try session.cells(text, parameter: "cells")
            } ?? session.notebook
        let record: Record = ["cells": .list(cells.map { .record(Self.record($0)) })]
        guard call[which] == nil else {
            return Outcome(outputs: cells.flatMap(CellReport.outputs), value: .record(record))
        }
        return Outcome(CellReport.list(cells), record: record)
    }

    private static func record(_ cell: Cell) -> Record {
        [
            "cell": .count(cell.number), "source": .string(cell.source),
            "seconds": .number(cell.seconds), "failed": .boolean(cell.error != nil),
            "stale": .list(cell.staleBecause.map(Value.string)),
        ]
    }
}

/// Cells as a session shows them again.
enum CellReport {
    static func list(_ cells: [Cell]) -> String {
        guard !cells.isEmpty else { return "  there are no cells yet" }
        var table = TextTable(["cell", "time", "source"])
        for cell in cells {
            let lines = cell.source.split(separator: "\n")
            let notes = [
                lines.count > 1 ? "… \(lines.count) lines" : nil,
                cell.error.map { "failed: \($0)" }, cell.staleNote,
            ].compactMap(\.self).map { "   (\($0))" }
            table.add([
                cell.title, NumberText.seconds(cell.seconds),
                String(lines.first ?? "") + notes.joined(),
            ])
        }
        return table.text
    }

    /// A cell's source behind its prompt.
    static func prompt(_ cell: Cell) -> Output {
        let prompt = "[\(cell.title)] lc> "
        let lines = cell.source.split(separator: "\n", omittingEmptySubsequences: false)
            .enumerated().map { $0 == 0 ? prompt + $1 : "  " + $1 }
        return .text(lines.joined(separator: "\n"))
    }

    /// A cell with everything it showed.
    static func outputs(_ cell: Cell) -> [Output] {
        [prompt(cell)] + cell.outputs + (cell.errorText.map { [.text($0)] } ?? [])
            + (cell.staleNote.map { [.text("  (\($0))")] } ?? [])
    }
}
