/// `Name, [01.04.2026 15:21]` and `Name, [Apr 1, 2026 at 3:21:05 PM]:` above a message.
enum Telegram: ChatNotation {
    static let fewest = 1

    static func head(of line: String, _ next: String) -> ChatHead? {
        var scanner = HeadScanner(line)
        guard scanner.name(before: ","), scanner.skip("["), scanner.date(), scanner.time(),
            scanner.skip("]")
        else { return nil }
        _ = scanner.skip(":")
        return scanner.isAtEnd ? ChatHead() : nil
    }
}
