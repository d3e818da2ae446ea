import Syntax
import TerminalText

/// The page of the language, which `help for`, `help _` and such show.
package enum LanguageHelp {
    /// The words that lead to the page.
    package static let topics =
        ["language"]
        // `help and` is an expression: both words beside an operator are values.
        + ReservedWord.allCases.map(\.rawValue).filter { BinaryOperator(rawValue: $0) == nil }
        + GivenVariable.allCases.map(\.rawValue)

    /// A line for each form. They are run one after the other, from `load iris` on.
    package static let examples = [
        Example(
            "x = 3; r = eval", "a variable: a value, or a command's record",
            result: "  val accuracy 0.6000 (18 of 30)   loss 1.9998"),
        Example(
            "print \"{x + 1}: {r.loss}\"", "{ } in a string, and a record's field",
            result: "4: 1.999835197"),
        Example(
            "sgd batch=(x * 8) epochs=$x", "in a command: (an expression), $a variable",
            result: "  epoch 3/3  lr 0.346  loss 0.2516 … train 0.933  val 0.800  …"),
        Example("x ^ 2 + round(r.loss, 3)", "an expression alone shows its value", result: "11"),
        Example("_ + 1", "_ is the last result, out[3] the result of cell 3", result: "12"),
        Example(
            "for lr in [0.1, 1] { sgd lr=$lr; print (_.loss) }", "a list, or a range such as 1..3",
            result: """
                  epoch 10/10  loss 0.2350 █▇▆▅▄▃▂▁  train 0.933  val 0.833  168 k ex/s  0.01 s
                0.2350113816
                  epoch 10/10  loss 0.1486 █▇▆▅▃▂▂▁  train 0.967  val 0.967  742 k ex/s  0.00 s
                0.14858244
                """),
        Example(
            "repeat 2 { sgd epochs=1 }", "two times",
            result: """
                  epoch 1/1  lr 0.346  loss 0.1456 ▁  train 0.967  val 0.967  517 k ex/s  0.00 s
                  epoch 1/1  lr 0.346  loss 0.1433 ▁  train 0.967  val 0.967  605 k ex/s  0.00 s
                """),
        Example(
            "while x > 1 { x = x - 1 }", "break leaves a loop, continue begins the next turn",
            result: ""),
        Example(
            "if x == 1 { print one } else { print more }", "also else if; and, or, not",
            result: "one"),
        Example(
            "def trial rate n=2 { r = sgd lr=$rate epochs=$n; return r.loss }", "a definition",
            result: ""),
        Example(
            "trial 0.1 n=1", "called as a command, or as a function: trial(0.1, n=1)", result: ""),
    ]

    static var text: String {
        examples.map { "  \(TerminalText.pad($0.source, columns: 50)) # \($0.note)" }
            .joined(separator: "\n")
            + "\n  a statement ends at the line's end or a ; and continues while a bracket is open"
            + "\n  help functions lists the functions; args are the words after a script's name"
    }
}
