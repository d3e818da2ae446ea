import Declarations
import Notebook

/// `edit 3`
package enum EditCommand: Command {
    package static let name = "edit"
    package static let group = CommandGroup.session
    package static let showsStatements = true
    package static let summary =
        "put a cell's source on the next input line, to change it and run it"
    package static let examples = [
        Example(
            "edit 2", "the second cell's source", setup: "load iris\nsgd epochs=1",
            result: "sgd epochs=1")
    ]

    private static let which = Parameter.required(
        "cell", .text, "the cell's number, or a range such as 3-7")

    package static let forms = [Form(nil, "", [which])]

    package static func run(_ call: Invocation, in session: Session) throws(Failure) -> Outcome {
        let cells = try session.cells(call[which], parameter: "cell")
        let source = cells.map(\.source).joined(separator: "\n")
        session.frontEnd.draft = source
        return Outcome(record: ["source": .string(source)])
    }
}
