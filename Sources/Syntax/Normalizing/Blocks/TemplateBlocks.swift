/// `{% highlight lc %}` of Jekyll and `{{< highlight lc >}}` of Hugo.
enum TemplateBlocks: BlockNotation {
    static func begin(of line: String, _ before: String) -> BlockBegin? {
        guard line.first(where: { !$0.isWhitespace }) == "{",
            line.contains("{% ") || line.contains("{{< "),
            case let words = line.split(whereSeparator: { " {}%<>".contains($0) }),
            words.first == "highlight"
        else { return nil }
        return BlockBegin(language: words.count > 1 ? String(words[1]) : "")
    }

    static func end(of line: String, _ name: String) -> String? {
        let words = line.split { " {}%<>/".contains($0) }
        let isEnd =
            words.first == "endhighlight" || line.contains("{{< /") && words.first == "highlight"
        return isEnd ? "" : nil
    }
}
