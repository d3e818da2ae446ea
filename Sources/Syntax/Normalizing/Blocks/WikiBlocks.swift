/// `<syntaxhighlight lang="lc">`, `<code lc>` and `<pre>` of wikis, and of Markdown with HTML in it.
enum WikiBlocks: BlockNotation {
    private static let names: Set<String> = ["syntaxhighlight", "source", "pre", "code", "file"]

    static func begin(of line: String, _ before: String) -> BlockBegin? {
        let scalars = Array(line.trimmedBoth.unicodeScalars)
        guard scalars.first == "<", let tag = HTMLTag(scalars, at: 0), !tag.isClosing, !tag.isEmpty,
            names.contains(tag.name)
        else { return nil }
        var rest = String(scalars: scalars[tag.end...])
        let isInline = tag.name == "code" && rest.contains("</code>") && !rest.hasSuffix("</code>")
        if isInline || tag.name == "code" && rest.hasSuffix("</code>") { return nil }
        if rest.hasPrefix("<code>") { rest = String(rest.dropFirst("<code>".count)) }
        return BlockBegin(name: tag.name, language: tag.firstWord ?? tag.language, rest: rest)
    }

    static func end(of line: String, _ name: String) -> String? {
        text(of: line, before: "</\(name)>").map { text(of: $0, before: "</code>") ?? $0 }
    }
}
