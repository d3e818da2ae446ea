/// `01/04/2026, 15:21 - Name: text` and `[01/04/2026, 3:21:05 PM] Name: text`.
enum WhatsApp: ChatNotation {
    static func head(of line: String, _ next: String) -> ChatHead? {
        var scanner = HeadScanner(line)
        let isBracket = scanner.skip("[")
        guard scanner.date() else { return nil }
        _ = scanner.skip(",")
        guard scanner.time(), isBracket ? scanner.skip("]") : scanner.skip("-") else { return nil }
        scanner.skipSpaces()
        let notice = String(scanner.rest)
        guard scanner.name(before: ": ") else {
            return isBracket ? nil : ChatHead(rest: notice, isNotice: true)
        }
        return ChatHead(rest: String(scanner.rest))
    }
}
