/// `Name  3:21 PM`, `Name [3:21 PM]` and `[3:21 PM] Name` above a message, also on two lines; Teams and
/// Element write the same.
enum Slack: ChatNotation {
    static func head(of line: String, _ next: String) -> ChatHead? {
        single(line) ?? pair(line, next)
    }

    private static func single(_ line: String) -> ChatHead? {
        var scanner = HeadScanner(line)
        if scanner.skip("[") {
            guard scanner.time(), scanner.skip("]") else { return nil }
            let name = String(scanner.rest).trimmedBoth
            return isName(name) ? ChatHead() : nil
        }
        // Four words of a name, and three of a time.
        let words = line.split(separator: " ", maxSplits: 7)
        guard (2...7).contains(words.count) else { return nil }
        for count in [3, 2, 1] where words.count > count {
            var time = HeadScanner(
                words.suffix(count).joined(separator: " ").filter { !"[]".contains($0) })
            guard time.time(), time.isAtEnd else { continue }
            return isName(words.dropLast(count).joined(separator: " ")) ? ChatHead() : nil
        }
        return nil
    }

    /// A name, and a line with nothing but a time.
    private static func pair(_ line: String, _ next: String) -> ChatHead? {
        var time = HeadScanner(next)
        guard isName(line.trimmedBoth), time.time(), time.isAtEnd else { return nil }
        return ChatHead(lines: 2)
    }

    private static func isName(_ text: String) -> Bool {
        (1...40).contains(text.prefix(41).count) && text.split(separator: " ").count <= 4
            && !text.contains { "\"={}[]<>$`#:,.".contains($0) }
    }
}
