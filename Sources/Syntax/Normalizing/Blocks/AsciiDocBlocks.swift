/// `[source,lc]` above `----` … `----`, and tables between `|===`, of AsciiDoc.
enum AsciiDocBlocks: BlockNotation {
    static func begin(of line: String, _ before: String) -> BlockBegin? {
        let mark = line.trimmedBoth
        let above = before.trimmedBoth
        if mark == "|===" { return BlockBegin(name: mark, language: "table") }
        if mark == "...." { return BlockBegin(name: mark, language: "") }
        guard mark.count >= 4, mark.allSatisfy({ $0 == "-" }), above.hasPrefix("["),
            above.hasSuffix("]")
        else { return nil }
        let words = above.dropFirst().dropLast().split(
            separator: ",", omittingEmptySubsequences: false)
        let isSource = words.first == "source" && words.count > 1
        return BlockBegin(name: mark, language: isSource ? String(words[1]).trimmedBoth : "")
    }

    static func end(of line: String, _ name: String) -> String? {
        line.trimmedBoth == name ? "" : nil
    }
}
