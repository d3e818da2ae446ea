/// Text as TeX writes it: `1e{-}3`, `\$lr`, `\texttt{load iris}`.
enum TeXText {
    private static let escapes: [(tex: String, text: String)] = [
        ("\\textbackslash{}", "\\"), ("\\textasciitilde{}", "~"), ("\\textasciicircum{}", "^"),
        ("\\textquotesingle{}", "'"), ("\\textquotedbl{}", "\""), ("\\textgreater{}", ">"),
        ("\\textless{}", "<"), ("\\textbar{}", "|"), ("\\^{}", "^"), ("\\~{}", "~"), ("{-}", "-"),
        ("{[}", "["), ("{]}", "]"), ("\\{", "{"), ("\\}", "}"), ("\\_", "_"), ("\\$", "$"),
        ("\\%", "%"), ("\\#", "#"), ("\\&", "&"), ("\\ ", " "), ("\\,", " "),
    ]

    /// A text without macros around its parts, and with its escapes resolved.
    static func plain(_ text: String) -> String {
        var output = ""
        var rest = text[...]
        var groups: [Bool] = []
        while let next = rest.first {
            if let (tex, text) = escapes.first(where: { rest.hasPrefix($0.tex) }) {
                output += text
                rest = rest.dropFirst(tex.count)
            } else if next == "\\", case let word = rest.dropFirst().prefix(while: \.isLetter),
                rest.dropFirst(word.count + 1).first == "{"
            {
                groups.append(true)
                rest = rest.dropFirst(word.count + 2)
            } else if next == "}", groups.popLast() != nil {
                rest = rest.dropFirst()
            } else {
                output.append(next)
                rest = rest.dropFirst()
            }
        }
        return output
    }

    /// Where the brace that is open at a place is closed.
    static func closing(of text: [Unicode.Scalar], from start: Int) -> Int? {
        var depth = 0
        var index = start
        while index < text.count {
            switch text[index] {
            case "\\": index += 1
            case "{": depth += 1
            case "}":
                depth -= 1
                if depth == 0 { return index }
            default: break
            }
            index += 1
        }
        return nil
    }
}
