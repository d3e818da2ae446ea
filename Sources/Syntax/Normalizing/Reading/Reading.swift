/// How a text reads as a statement, after its repairs.
enum Reading: Equatable {
    /// It begins as a statement and could run, as far as the checker can tell.
    case statement
    /// It begins as a statement and goes on after its end.
    case open
    /// It is a statement with a mistake, and why it cannot run.
    case mistake(String)
    /// A value: `r.loss`, `2 * x`, `57`.
    case value
    /// Nothing of the language.
    case words

    var couldRun: Bool { self == .statement || self == .open }

    var isMistake: Bool {
        if case .mistake = self { true } else { false }
    }
}
