import TerminalText

/// The short page of the language, for `help for`, `help _` and their like.
package enum LanguageHelp {
    /// The words that lead to the page.
    package static let topics = [
        "language", "for", "in", "repeat", "while", "if", "else", "def", "return", "break",
        "continue", "_", "out", "args", "not",
    ]

    /// A line for each form; run one after the other they work.
    package static let examples = [
        Example("x = 3; r = eval", "a variable: a value, or a command's record"),
        Example("print \"{x + 1}: {r.loss}\"", "{ } in a string, and a record's field"),
        Example("sgd batch=(x * 8) epochs=$x", "in a command: (an expression), $a variable"),
        Example("x ^ 2 + round(r.loss, 3)", "an expression alone shows its value"),
        Example("_ + 1", "_ is the last result, out[3] that of cell 3"),
        Example("for lr in [0.1, 1] { sgd lr=$lr; print (_.loss) }", "a list, or a range as 1..3"),
        Example("repeat 2 { sgd epochs=1 }", "so many times"),
        Example("while x > 1 { x = x - 1 }", "break leaves a loop, continue begins the next turn"),
        Example("if x == 1 { print one } else { print more }", "also else if; and, or, not"),
        Example("def trial rate n=2 { r = sgd lr=$rate epochs=$n; return r.loss }", "a definition"),
        Example("trial 0.1 n=1", "called as a command, or as a function: trial(0.1, n=1)"),
    ]

    static var text: String {
        examples.map { "  \(TerminalText.pad($0.source, columns: 50)) # \($0.note)" }
            .joined(separator: "\n")
            + "\n  a statement ends at the line's end or a ; and goes on while a bracket is open"
            + "\n  help functions lists the functions; args are the words behind a script's name"
    }
}
