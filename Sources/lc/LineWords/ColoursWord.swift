import LineEditing
import Session

/// `colours dark`, `colours light`, `colours none`, `colours auto`: how typed text looks.
enum ColoursWord: LineWord {
    static let words = [
        "colours": "colours for a dark or a light terminal: dark, light, none, auto"
    ]

    static func request(_ line: String) -> LineRequest? {
        guard
            let argument = WordArgument.text(of: line, behind: "colours")
                ?? WordArgument.text(of: line, behind: "colors")
        else { return nil }
        return .action { context throws(Failure) in
            guard let choice = ColourChoice(rawValue: argument) else {
                throw Failure(
                    "colours takes \(ColourChoice.allCases.map(\.rawValue).joined(separator: ", "))",
                    hint: "write colours light")
            }
            ColourChoice.chosen = choice
            context.editor?.forgetAppearance()
        }
    }
}
