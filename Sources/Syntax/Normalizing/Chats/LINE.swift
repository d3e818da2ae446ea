/// `15:21⇥이름⇥내용` of LINE's exports; a message of several lines stands in quotation marks.
enum LINE: ChatNotation {
    static func head(of line: String, _ next: String) -> ChatHead? {
        var scanner = HeadScanner(line)
        guard scanner.time(), scanner.rest.first == "\t" else { return nil }
        let fields = scanner.rest.dropFirst().split(
            separator: "\t", maxSplits: 1, omittingEmptySubsequences: false)
        guard fields.count == 2, (1...40).contains(fields[0].count) else { return nil }
        return ChatHead(rest: String(fields[1]))
    }

    static func message(_ lines: [String]) -> [String] {
        guard let first = lines.first, first.hasPrefix("\""),
            let end = lines.indices.dropFirst().first(where: {
                lines[$0].hasSuffix("\"") && !lines[$0].hasSuffix("\"\"")
                    || lines[$0].hasSuffix("\"\"\"")
            })
        else { return lines }
        var lines = lines
        lines[0] = String(first.dropFirst())
        lines[end] = String(lines[end].dropLast())
        for index in 0...end { lines[index] = single(lines[index]) }
        return lines
    }

    /// A text in which each quotation mark stands once again.
    private static func single(_ text: String) -> String {
        var output = ""
        var isSecond = false
        for next in text {
            if next == "\"", isSecond {
                isSecond = false
                continue
            }
            isSecond = next == "\""
            output.append(next)
        }
        return output
    }
}
