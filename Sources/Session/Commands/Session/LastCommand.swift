import Notebook

/// `last`
package enum LastCommand: Command {
    package static let name = "last"
    package static let group = CommandGroup.session
    package static let showsStatements = true
    package static let summary = "show the last cell's output again"
    package static let examples = [
        Example(
            "last", "after a long report", setup: "print again",
            result: """
                [1] lc> print again
                again
                """)
    ]
    package static let forms = [Form()]

    package static func run(_ call: Invocation, in session: Session) throws(Failure) -> Outcome {
        let shown = session.notebook.last { !$0.outputs.isEmpty && $0.source != name }
        guard let cell = shown else { throw Failure("nothing has been shown yet") }
        return Outcome(
            outputs: CellReport.outputs(cell), value: .record(["cell": .count(cell.number)]))
    }
}
