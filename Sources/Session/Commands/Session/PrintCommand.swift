import Declarations
import Notebook

/// `print …`
package enum PrintCommand: Command {
    package static let name = "print"
    package static let group = CommandGroup.session
    package static let summary = "show values and words"
    package static let examples = [
        Example(
            "print \"half is {1 / 2}\"", "text with a value in it", setup: "", result: "half is 0.5"
        ),
        Example("print (2 ^ 10) done", "a value and a word", setup: "", result: "1024 done"),
    ]

    private static let values = Parameter.rest(
        "values", "values and words, shown with spaces between them")

    package static let forms = [Form(nil, "", [values])]

    package static func run(_ call: Invocation, in session: Session) throws(Failure) -> Outcome {
        let text = call[values].map(\.text).joined(separator: " ")
        return Outcome(outputs: [.text(text)])
    }
}
