/// `Name — Today at 3:21 PM` above a message, and `[3:21 PM]Name: text`.
enum Discord: ChatNotation {
    static func head(of line: String, _ next: String) -> ChatHead? {
        var scanner = HeadScanner(line)
        if scanner.skip("[") {
            guard scanner.time(), scanner.skip("]"), scanner.name(before: ": ") else { return nil }
            return ChatHead(rest: String(scanner.rest))
        }
        guard scanner.name(before: "—") || scanner.name(before: " - ") else { return nil }
        if scanner.isAtEnd {
            var second = HeadScanner(next)
            _ = second.date()
            return second.time() && second.isAtEnd ? ChatHead(lines: 2) : nil
        }
        _ = scanner.date()
        return scanner.time() && scanner.isAtEnd ? ChatHead() : nil
    }
}
