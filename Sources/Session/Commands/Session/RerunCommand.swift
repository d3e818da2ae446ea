import Declarations
import Notebook
import Syntax

/// `rerun 3`, `rerun 3-7`
package enum RerunCommand: Command {
    package static let name = "rerun"
    package static let group = CommandGroup.session
    package static let summary = "run cells again on the current data, weights and settings"
    package static let examples = [
        Example(
            "rerun 2", "the second cell, on other data", setup: "load iris\neval\nload digits",
            result: """
                [2*] lc> eval
                  val accuracy 0.2312 (83 of 359)   loss 8.9975
                """)
    ]

    package static let discussion = """
        Of a range, cells that failed and cells with undo, redo or recover are left out.
        """

    private static let which = Parameter.required(
        "cells", .text, "a number, a range such as 3-7, or 3- for cell 3 and all later ones")

    package static let isReplay = true
    package static let forms = [Form(nil, "", [which])]

    package static func run(_ call: Invocation, in session: Session) throws(Failure) -> Outcome {
        let cells = try session.cells(call[which], parameter: "cells")
        var last = Value.nothing
        for cell in cells where cells.count == 1 || Self.isRepeatable(cell) {
            let source = Source(name: "[\(cell.number)]", text: cell.source)
            session.show(CellReport.prompt(cell))
            last = try session.replay(source)
        }
        return Outcome(outputs: [], value: last)
    }

    private static func isRepeatable(_ cell: Cell) -> Bool {
        let statements = Parser.parse(Source(name: "", text: cell.source)).statements
        let moves = [UndoCommand.name, RedoCommand.name, RecoverCommand.name]
        return cell.error == nil
            && !statements.contains { moves.contains($0.commandName ?? "") }
    }
}
