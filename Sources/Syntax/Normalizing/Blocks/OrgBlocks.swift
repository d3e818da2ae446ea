/// `#+begin_src lc` … `#+end_src` of Org.
enum OrgBlocks: BlockNotation {
    static func begin(of line: String, _ before: String) -> BlockBegin? {
        let words = line.split(separator: " ", maxSplits: 2)
        guard let first = words.first?.lowercased(), first.hasPrefix("#+begin_"),
            first != "#+begin_quote"
        else { return nil }
        let name = String(first.dropFirst("#+begin_".count))
        return BlockBegin(
            name: name, language: name == "src" && words.count > 1 ? String(words[1]) : "")
    }

    static func end(of line: String, _ name: String) -> String? {
        line.trimmedBoth.lowercased() == "#+end_" + name ? "" : nil
    }
}
