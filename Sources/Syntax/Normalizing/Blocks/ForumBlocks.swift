/// `[code]` … `[/code]` of forums.
enum ForumBlocks: BlockNotation {
    static func begin(of line: String, _ before: String) -> BlockBegin? {
        let text = line.trimmedBoth
        guard text.lowercased().hasPrefix("[code"), let end = text.firstIndex(of: "]") else {
            return nil
        }
        let inside = text[..<end].dropFirst("[code".count)
        guard inside.isEmpty || inside.first == "=" else { return nil }
        return BlockBegin(
            language: String(inside.dropFirst()), rest: String(text[text.index(after: end)...]))
    }

    static func end(of line: String, _ name: String) -> String? {
        text(of: line, before: "[/code]") ?? text(of: line, before: "[/CODE]")
    }
}
