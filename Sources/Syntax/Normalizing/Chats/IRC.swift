/// `15:21 <name> text`, `[15:21:05] <@name> text`, `<name> text` and `15:21:05   name | text`.
enum IRC: ChatNotation {
    static func head(of line: String, _ next: String) -> ChatHead? {
        var scanner = HeadScanner(line)
        let isBracket = scanner.skip("[")
        let hasTime = scanner.time()
        if isBracket, !hasTime || !scanner.skip("]") { return nil }
        if scanner.skip("<") {
            guard scanner.name(before: ">") else { return nil }
            return ChatHead(rest: String(scanner.rest.dropFirst()))
        }
        guard hasTime else { return nil }
        let notices = ["-!-", "* ", "-->", "<--", "--", "***"]
        if notices.contains(where: { scanner.skip($0) }) {
            return ChatHead(rest: String(scanner.rest), isNotice: true)
        }
        guard scanner.name(before: " | ") || scanner.name(before: " |") && scanner.isAtEnd else {
            return nil
        }
        return ChatHead(rest: String(scanner.rest))
    }
}
