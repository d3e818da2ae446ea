/// The Markdown that notes are written in, as HTML: headings, paragraphs, lists, quotes, tables,
/// fences, rules, and inline code, emphasis and links. Anything else stays as it was typed.
package enum MarkdownHTML {
    package static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case _ where scalar.value < 0x20 && scalar != "\n" && scalar != "\t": continue
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    package static func text(_ markdown: String) -> String {
        var parts: [String] = []
        var rest = markdown.split(separator: "\n", omittingEmptySubsequences: false)[...]
        func take(while condition: (Substring) -> Bool) -> [Substring] {
            let taken = rest.prefix(while: condition)
            rest = rest.dropFirst(taken.count)
            return Array(taken)
        }
        while let line = rest.first {
            let trimmed = line.drop { $0 == " " }
            if trimmed.isEmpty {
                rest = rest.dropFirst()
            } else if trimmed.hasPrefix("<!--") {
                let comment = take { !$0.contains("-->") }
                rest = rest.dropFirst()
                _ = comment
            } else if let fence = Fence(line) {
                rest = rest.dropFirst()
                let lines = take { !fence.isClosed(by: $0) }
                rest = rest.dropFirst()
                parts.append("<pre>\(escaped(lines.joined(separator: "\n")))</pre>")
            } else if let (level, title) = heading(trimmed) {
                rest = rest.dropFirst()
                parts.append("<h\(level)>\(inline(title))</h\(level)>")
            } else if trimmed.hasPrefix(">") {
                let quoted = take { $0.drop { $0 == " " }.hasPrefix(">") }.map {
                    let content = $0.drop { $0 == " " }.dropFirst()
                    return String(content.first == " " ? content.dropFirst() : content)
                }
                parts.append("<blockquote>\(text(quoted.joined(separator: "\n")))</blockquote>")
            } else if item(trimmed) != nil {
                let lines = take { !$0.allSatisfy(\.isWhitespace) }
                parts.append(list(lines))
            } else if trimmed.hasPrefix("|") {
                parts.append(table(take { $0.drop { $0 == " " }.hasPrefix("|") }))
            } else if trimmed.count >= 3, trimmed.allSatisfy({ $0 == "-" }) {
                rest = rest.dropFirst()
                parts.append("<hr>")
            } else {
                let lines = take {
                    let start = $0.drop { $0 == " " }
                    return !start.isEmpty && Fence($0) == nil && heading(start) == nil
                }
                parts.append("<p>\(inline(lines.joined(separator: "\n")))</p>")
            }
        }
        return parts.joined(separator: "\n")
    }

    private static func heading(_ line: Substring) -> (Int, Substring)? {
        let level = line.prefix { $0 == "#" }.count
        let title = line.dropFirst(level)
        guard (1...6).contains(level), title.first == " " else { return nil }
        return (level, title.drop { $0 == " " })
    }

    /// The text of a list's item, and whether it is numbered.
    private static func item(_ line: Substring) -> (text: Substring, isNumbered: Bool)? {
        if let mark = line.first, "-*+".contains(mark), line.dropFirst().first == " " {
            return (line.dropFirst(2), false)
        }
        let digits = line.prefix { $0.isASCII && $0.isNumber }
        let after = line.dropFirst(digits.count)
        guard !digits.isEmpty, digits.count < 10, after.hasPrefix(". ") else { return nil }
        return (after.dropFirst(2), true)
    }

    private static func list(_ lines: [Substring]) -> String {
        var items: [String] = []
        var isNumbered = false
        for line in lines {
            let trimmed = line.drop { $0 == " " }
            if let (text, numbered) = item(trimmed) {
                if items.isEmpty { isNumbered = numbered }
                items.append(String(text))
            } else if !items.isEmpty {
                items[items.count - 1] += "\n" + trimmed
            }
        }
        let tag = isNumbered ? "ol" : "ul"
        return "<\(tag)>" + items.map { "<li>\(inline($0[...]))</li>" }.joined() + "</\(tag)>"
    }

    private static func table(_ lines: [Substring]) -> String {
        func cells(_ line: Substring) -> [Substring] {
            var content = line.drop { $0 == " " }.dropFirst()
            while content.last == " " || content.last == "|" { content.removeLast() }
            return content.split(separator: "|", omittingEmptySubsequences: false)
        }
        let rows = lines.enumerated().compactMap { index, line -> String? in
            if index == 1, line.allSatisfy({ "|-: ".contains($0) }) { return nil }
            let tag = index == 0 ? "th" : "td"
            return "<tr>" + cells(line).map { "<\(tag)>\(inline($0))</\(tag)>" }.joined() + "</tr>"
        }
        return "<table>" + rows.joined() + "</table>"
    }

    private static func inline(_ text: String) -> String { inline(text[...]) }

    private static func inline(_ text: Substring) -> String {
        var result = ""
        var rest = text
        while let first = rest.first {
            if let (content, after) = enclosed(rest, "`") {
                result += "<code>\(escaped(String(content)))</code>"
                rest = after
            } else if let (content, after) = enclosed(rest, "**") {
                result += "<strong>\(inline(content))</strong>"
                rest = after
            } else if let (content, after) = enclosed(rest, "*"), content.first != " " {
                result += "<em>\(inline(content))</em>"
                rest = after
            } else if let (label, address, after) = link(rest) {
                result += "<a href=\"\(escaped(String(address)))\">\(inline(label))</a>"
                rest = after
            } else {
                result += escaped(String(first))
                rest = rest.dropFirst()
            }
        }
        return result
    }

    private static func enclosed(_ text: Substring, _ mark: String) -> (Substring, Substring)? {
        guard text.hasPrefix(mark) else { return nil }
        let inside = text.dropFirst(mark.count)
        guard let end = inside.firstRange(of: mark), end.lowerBound > inside.startIndex else {
            return nil
        }
        return (inside[..<end.lowerBound], inside[end.upperBound...])
    }

    /// `[label](address)`; only web addresses and places in the page are followed.
    private static func link(_ text: Substring) -> (Substring, Substring, Substring)? {
        guard text.first == "[", let middle = text.firstRange(of: "]("),
            let end = text[middle.upperBound...].firstIndex(of: ")")
        else { return nil }
        let address = text[middle.upperBound..<end]
        guard ["https://", "http://", "#"].contains(where: address.hasPrefix) else { return nil }
        let label = text[text.index(after: text.startIndex)..<middle.lowerBound]
        return (label, address, text[text.index(after: end)...])
    }
}

/// The line that begins a fenced block.
struct Fence {
    let mark: Character
    let count: Int
    /// What follows the marks: `lc tolerance=0.01`.
    let info: String

    init?(_ line: Substring) {
        let text = line.drop { $0 == " " }
        guard line.count - text.count <= 3, let mark = text.first, mark == "`" || mark == "~" else {
            return nil
        }
        let count = text.prefix { $0 == mark }.count
        let info = text.dropFirst(count)
        guard count >= 3, !(mark == "`" && info.contains("`")) else { return nil }
        self.mark = mark
        self.count = count
        self.info = String(info.drop { $0 == " " })
    }

    func isClosed(by line: Substring) -> Bool {
        guard let other = Fence(line) else { return false }
        return other.mark == mark && other.count >= count && other.info.isEmpty
    }
}
