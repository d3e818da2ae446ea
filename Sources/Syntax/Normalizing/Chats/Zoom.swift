/// `15:21:05 From Name to Everyone: text`.
enum Zoom: ChatNotation {
    static let fewest = 1

    static func head(of line: String, _ next: String) -> ChatHead? {
        var scanner = HeadScanner(line)
        guard scanner.time() else { return nil }
        if scanner.rest.first == "\t" { scanner = HeadScanner(String(scanner.rest.dropFirst())) }
        guard scanner.skip("From "), scanner.name(before: ":") else { return nil }
        return scanner.isAtEnd ? ChatHead() : ChatHead(rest: String(scanner.rest.dropFirst()))
    }
}
