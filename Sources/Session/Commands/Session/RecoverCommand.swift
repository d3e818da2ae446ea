import Learning
import Notebook
import Syntax

/// `recover`, `recover discard`
package enum RecoverCommand: Command {
    package static let name = "recover"
    package static let group = CommandGroup.session
    package static let showsStatements = true
    package static let summary = "bring back a session that ended without quit"
    package static let discussion = """
        Each cell is written to a journal when it ends. After a crash the next session offers to
        recover the lost one: statements that changed something are repeated, so that weights are the
        same to the last bit, and cells come back with the output that they had.
        """
    package static let examples = [
        Example(
            "recover", "after a crash, in the next session", setup: "",
            result: "  2 cells are back; cells lists them"),
        Example(
            "recover discard", "for ever", setup: "", result: "  the lost session is forgotten"),
    ]
    package static let isReplay = true
    package static let forms = [
        Form(), Form("discard", "delete the journal of the lost session"),
    ]

    package static func run(_ call: Invocation, in session: Session) throws(Failure) -> Outcome {
        guard let lost = session.recovery.lost else {
            throw Failure("there is no lost session to recover")
        }
        if call.keyword != nil {
            session.recovery.forgetLost()
            return Outcome("  the lost session is forgotten", record: [:])
        }
        let content = lost.content()
        try session.restore(content)
        let count = content.cells.count
        let isSame = content.weights == session.state.classifier?.digest.text
        return Outcome(
            (count == 1 ? "  1 cell is back" : "  \(count) cells are back")
                + "; cells lists them"
                + (isSame
                    ? ""
                    : "\n  but the weights differ from those that were lost; a file may have changed"),
            record: ["cells": .count(count), "same": .boolean(isSame)])
    }
}
