/// `Name:` above a message, as some programs copy.
enum NamesAlone: ChatNotation {
    static let fewest = 3

    static func head(of line: String, _ next: String) -> ChatHead? {
        let text = line.trimmedBoth
        guard text.hasSuffix(":") || text.hasSuffix("："), text.prefix(31).count <= 30,
            text.split(separator: " ").count <= 2
        else { return nil }
        return ChatHead(name: text)
    }
}
