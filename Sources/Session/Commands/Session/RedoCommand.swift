/// `redo [N]`
package enum RedoCommand: Command {
    package static let name = "redo"
    package static let group = CommandGroup.session
    package static let summary = "do again what undo took back"
    package static let examples = [
        Example(
            "redo", "as before the undo", setup: "load iris\nx = 1\nundo",
            result: "  done again: x = 1")
    ]
    package static let forms = [Form(nil, "", [UndoCommand.steps])]

    package static func run(_ call: Invocation, in session: Session) throws(Failure) -> Outcome {
        try session.travel(call[UndoCommand.steps], as: name, done: "done again") {
            timeline, state in
            timeline.redo(from: state)
        }
    }
}
