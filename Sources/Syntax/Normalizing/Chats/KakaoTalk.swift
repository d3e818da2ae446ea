/// `[이름] [오후 3:21] 내용`, `2026년 4월 1일 오후 3:21, 이름 : 내용`, and `이름, 오후 3:21` above a message.
enum KakaoTalk: ChatNotation {
    static let fewest = 1

    static func head(of line: String, _ next: String) -> ChatHead? {
        desktop(line) ?? phone(line) ?? copied(line)
    }

    private static func desktop(_ line: String) -> ChatHead? {
        var scanner = HeadScanner(line)
        guard scanner.skip("["), scanner.name(before: "]"), scanner.skip("["), scanner.time(),
            scanner.skip("]")
        else { return nil }
        return ChatHead(rest: String(scanner.rest.dropFirst()))
    }

    private static func phone(_ line: String) -> ChatHead? {
        var scanner = HeadScanner(line)
        guard scanner.date(), scanner.time() else { return nil }
        if scanner.isAtEnd { return ChatHead() }
        guard scanner.skip(","), scanner.name(before: " : ") else { return nil }
        return ChatHead(rest: String(scanner.rest))
    }

    private static func copied(_ line: String) -> ChatHead? {
        var scanner = HeadScanner(line)
        guard scanner.name(before: ","), scanner.time(), scanner.isAtEnd else { return nil }
        return ChatHead()
    }
}
