/// The names of elements by what they do to the text in them.
enum HTMLNames {
    static let code: Set<String> = ["code", "kbd", "tt", "samp", "literal"]
    static let preformatted: Set<String> = [
        "pre", "listing", "programlisting", "screen", "literallayout",
    ]
    static let hidden: Set<String> = [
        "head", "script", "style", "title", "template", "button", "svg",
    ]
    static let void: Set<String> = ["br", "hr", "img", "meta", "link", "input", "col", "wbr"]
    static let cells: Set<String> = ["td", "th", "entry"]
    static let blocks: Set<String> = [
        "p", "div", "ul", "ol", "li", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "table", "tr",
        "hr",
        "blockquote", "section", "article", "header", "footer", "body", "dl", "dt", "dd", "figure",
        "details", "summary", "para", "listitem", "row", "programlisting", "screen", "itemizedlist",
        "orderedlist", "title",
    ]
    static let inline: Set<String> = [
        "span", "a", "b", "i", "em", "strong", "font", "html", "tbody", "thead",
    ]
    static let all = code.union(preformatted).union(hidden).union(void).union(cells).union(blocks)
        .union(inline)
}

/// `<pre class="lc">`, `</pre>` or a comment.
struct HTMLTag {
    let name: String
    let isClosing: Bool
    /// `<br/>`, or a comment.
    let isEmpty: Bool
    /// Where the text goes on behind it.
    let end: Int
    private let attributes: String

    init?(_ input: [Unicode.Scalar], at start: Int) {
        var index = start + 1
        guard index < input.count else { return nil }
        if input[index] == "!" || input[index] == "?" {
            guard let end = Self.end(of: input, from: index) else { return nil }
            (name, isClosing, isEmpty, self.end, attributes) = ("!", false, true, end, "")
            return
        }
        isClosing = input[index] == "/"
        if isClosing { index += 1 }
        let word = input[index...].prefix { $0.isASCIILetter || $0.isDigit }
        guard word.first?.isASCIILetter == true, let end = Self.end(of: input, from: index) else {
            return nil
        }
        let rest = input[(index + word.count)..<(end - 1)]
        guard rest.first.map({ $0 == " " || $0 == "/" || $0 == "\n" || $0 == "\t" }) ?? true else {
            return nil
        }
        name = String(scalars: word).lowercased()
        attributes = String(scalars: rest)
        isEmpty = rest.last == "/"
        self.end = end
    }

    /// Behind the `>` that ends a tag; a comment ends with `-->`.
    private static func end(of input: [Unicode.Scalar], from start: Int) -> Int? {
        let isComment = input[start...].starts(with: "!--".unicodeScalars)
        var quote: Unicode.Scalar?
        var index = start
        while index < input.count, index - start < 4000 {
            let next = input[index]
            index += 1
            if isComment {
                if next == ">", input[..<(index - 1)].suffix(2) == ["-", "-"] { return index }
            } else if let open = quote {
                if next == open { quote = nil }
            } else if next == "\"" || next == "'" {
                quote = next
            } else if next == ">" {
                return index
            } else if next == "<" {
                return nil
            }
        }
        return nil
    }

    /// What an attribute says; nil where the tag has none of this name.
    private func value(of attribute: String) -> String? {
        guard let place = attributes.range(of: attribute + "=") else { return nil }
        let rest = attributes[place.upperBound...]
        guard let quote = rest.first, quote == "\"" || quote == "'" else {
            return String(rest.prefix { $0 != " " })
        }
        return String(rest.dropFirst().prefix { $0 != quote })
    }

    /// The language of code, by its class.
    var language: String {
        if let language = value(of: "language") ?? value(of: "lang") ?? value(of: "data-lang") {
            return language
        }
        let words = (value(of: "class") ?? "").split(separator: " ").map(String.init)
        for word in words {
            for prefix in ["language-", "lang-", "highlight-source-", "brush:"]
            where word.hasPrefix(prefix) {
                return String(word.dropFirst(prefix.count))
            }
        }
        return words.first { Self.languages.contains($0.lowercased()) } ?? ""
    }

    /// The language where it stands alone: `<code lc>`.
    var firstWord: String? {
        attributes.split(separator: " ").first { !$0.contains("=") }.map(String.init)
    }

    private static let languages: Set<String> = [
        "lc", "python", "py", "bash", "sh", "shell", "r", "c", "cpp", "java", "javascript", "js",
        "json",
        "yaml", "html", "css", "sql", "ruby", "rust", "go", "swift", "julia", "matlab", "output",
        "diff",
    ]

    /// Whether its style keeps spaces and line ends, as editors copy code.
    var isPreformatted: Bool {
        guard !isEmpty, !isClosing, let style = value(of: "style") else { return false }
        return style.split(separator: ";").contains { rule in
            let words = rule.split { $0 == ":" || $0 == " " }
            return words.first == "white-space" && words.last?.hasPrefix("pre") == true
        }
    }
}

extension String {
    /// Where another text stands first in this one.
    func range(of other: String) -> Range<String.Index>? { self[...].range(of: other) }
}

extension Substring {
    /// Where another text, which is not empty, stands first in this one.
    func range(of other: String) -> Range<String.Index>? {
        guard let first = other.utf8.first else { return nil }
        // Characters are looked at only where the first byte fits.
        var bytes = utf8[...]
        while let start = bytes.firstIndex(of: first) {
            if self[start...].hasPrefix(other) {
                return start..<index(start, offsetBy: other.count)
            }
            bytes = bytes[bytes.index(after: start)...]
        }
        return nil
    }
}
