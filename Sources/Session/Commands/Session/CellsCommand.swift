import Declarations
import Notebook

/// `cells`, `cells 3-7`
package enum CellsCommand: Command {
    package static let name = "cells"
    package static let group = CommandGroup.session
    package static let showsStatements = true
    package static let summary = "list cells, or show them with their output"
    package static let discussion = """
        A cell is marked * when the data, the preprocessing, the loss or the regularization that its
        numbers depend on has changed since. Without a range the last 20 cells are listed.
        """
    package static let examples = [
        Example(
            "cells", "a line for each cell",
            result: """
                  cell    time  source
                     1  0.00 s  load iris
                     2  0.00 s  eval
                """),
        Example(
            "cells 1-2", "two cells with their output",
            result: """
                [1] lc> load iris
                  train 90 · val 30 · test 30 · 4 features · 3 classes
                …
                [2] lc> eval
                  val accuracy 0.6000 (18 of 30)   loss 1.9998
                """),
    ].map { Example($0.source, $0.note, setup: "load iris\neval", result: $0.result) }

    /// How many cells are listed at most, so that the list fits on a screen.
    private static let shown = 20

    private static let which = Parameter.optionalText(
        "cells", positional: true,
        "a number, a range such as 3-7, or 3- for cell 3 and all later ones")

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
        let hidden = max(0, cells.count - shown)
        let note =
            hidden == 0
            ? ""
            : "  \(hidden) earlier cell\(hidden == 1 ? " is" : "s are") not listed; cells 1-\(cells.count) shows all\n"
        return Outcome(note + CellReport.list(cells.suffix(shown)), record: record)
    }

    private static func record(_ cell: Cell) -> Record {
        [
            "cell": .count(cell.number), "source": .string(cell.source),
            "seconds": .number(cell.seconds), "failed": .boolean(cell.error != nil),
            "stale": .list(cell.staleBecause.map(Value.string)),
        ]
    }
}

/// Cells as text.
enum CellReport {
    static func list(_ cells: some Collection<Cell>) -> String {
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
