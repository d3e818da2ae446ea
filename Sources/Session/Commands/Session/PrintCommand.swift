import Declarations
import Notebook

/// `print …`
package enum PrintCommand: Command {
    package static let name = "print"
    package static let group = CommandGroup.session
    package static let summary = "show values and words"
    package static let examples = [
        Example("print \"half is {1 / 2}\"", "text with a value in it", setup: ""),
        Example("print (2 ^ 10) done", "a value and a word", setup: ""),
    ]

    private static let values = Parameter.rest("values", "what to show, with spaces between")

    package static let forms = [Form(nil, "", [values])]

    package static func run(_ call: Invocation, in session: Session) throws(Failure) -> Outcome {
        let text = call[values].map(\.text).joined(separator: " ")
        return Outcome(outputs: [.text(text)])
    }
}
