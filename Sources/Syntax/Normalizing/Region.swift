/// What kind of place a line stands in.
enum Region: Hashable {
    /// Plain text
    case page
    /// A fence, listing or cell of lc's statements
    case code
    /// A fence of no language, or of plain text: statements, or what they show
    case plain
    /// A fence of another language
    case foreign(String)

    /// The region of a fence with a language's name.
    init(language: String) {
        switch language.lowercased() {
        case "lc": self = .code
        case "", "text", "txt", "plain", "plaintext", "console", "terminal", "session", "none",
            "shell-session", "shellsession", "transcript", "example", "verbatim", "code":
            self = .plain
        default: self = .foreign(language)
        }
    }
}
