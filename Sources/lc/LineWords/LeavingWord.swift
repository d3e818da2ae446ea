/// `exit`, `exit()`, `quit()`, `:q`: what people type to leave other programs.
enum LeavingWord: LineWord {
    static let words = ["exit": "leave lc, as quit does"]

    private static let lines: Set<String> = [
        "exit", "exit()", "quit()", "exit;", "quit;", ":q", ":q!", ":quit", ":wq", ":x", "bye",
        "logout", "\\q", ".exit", ".quit",
    ]

    static func request(_ line: String) -> LineRequest? { lines.contains(line) ? .leave : nil }
}
