/// `{code:lc}` … `{code}` and `{noformat}` of Jira.
enum JiraBlocks: BlockNotation {
    static func begin(of line: String, _ before: String) -> BlockBegin? {
        let text = line.trimmedBoth
        for name in ["code", "noformat"] {
            guard text.hasPrefix("{" + name), let end = text.firstIndex(of: "}") else { continue }
            let inside = text[..<end].dropFirst(name.count + 1)
            guard inside.isEmpty || inside.first == ":" else { continue }
            let words = inside.dropFirst().split { $0 == "|" || $0 == ":" }
            let language = words.first { !$0.contains("=") || $0.hasPrefix("language=") } ?? ""
            let word = language.split(separator: "=").last.map(String.init) ?? ""
            return BlockBegin(
                name: name, language: word, rest: String(text[text.index(after: end)...]))
        }
        return nil
    }

    static func end(of line: String, _ name: String) -> String? {
        text(of: line, before: "{\(name)}")
    }
}
