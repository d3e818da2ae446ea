import Platform

/// Markdown as HTML, in the form that CommonMark's examples have.
package enum MarkdownHTML {
    package static func text(_ markdown: String) -> String {
        html(MarkdownDocument(markdown).blocks)
    }

    package static func escaped(_ text: String) -> String {
        EscapedText.make(text) { byte, _ in
            switch byte {
            case UInt8(ascii: "&"): .init("&amp;")
            case UInt8(ascii: "<"): .init("&lt;")
            case UInt8(ascii: ">"): .init("&gt;")
            case UInt8(ascii: "\""): .init("&quot;")
            case 0..<0x20 where byte != UInt8(ascii: "\n") && byte != UInt8(ascii: "\t"): .init("")
            default: nil
            }
        }
    }

    // MARK: - Blocks

    private static func html(_ blocks: [MarkdownBlock]) -> String { blocks.map(html).joined() }

    private static func html(_ block: MarkdownBlock) -> String {
        switch block {
        case .paragraph(let content): "<p>\(html(content))</p>\n"
        case .heading(let level, let content): "<h\(level)>\(html(content))</h\(level)>\n"
        case .code(let language, let text):
            "<pre><code\(attribute("class", language.isEmpty ? nil : "language-" + language))>\(escaped(text))</code></pre>\n"
        case .quote(let blocks):
            "<blockquote>\(blocks.isEmpty ? "" : "\n")\(html(blocks))</blockquote>\n"
        case .list(let list): html(list)
        case .table(let table): html(table)
        case .rule: "<hr />\n"
        }
    }

    private static func html(_ list: MarkdownList) -> String {
        let items = list.items.map { blocks in
            let content = list.isTight ? tight(blocks) : blocks.isEmpty ? "" : "\n" + html(blocks)
            return "<li>\(content)</li>\n"
        }
        guard let start = list.start else { return "<ul>\n\(items.joined())</ul>\n" }
        return
            "<ol\(attribute("start", start == 1 ? nil : String(start)))>\n\(items.joined())</ol>\n"
    }

    /// An item's blocks, paragraphs without tags of their own.
    private static func tight(_ blocks: [MarkdownBlock]) -> String {
        var result = ""
        for (index, block) in blocks.enumerated() {
            if case .paragraph(let content) = block {
                result += html(content)
            } else {
                if index == 0 || !result.hasSuffix("\n") { result += "\n" }
                result += html(block)
            }
        }
        return result
    }

    private static func html(_ table: MarkdownTable) -> String {
        func row(_ cells: [[MarkdownInline]], _ tag: String) -> String {
            let cells = zip(cells, table.alignments).map { cell, alignment in
                let style = alignment == .none ? nil : "text-align:\(alignment.rawValue)"
                return "<\(tag)\(attribute("style", style))>\(html(cell))</\(tag)>\n"
            }
            return "<tr>\n\(cells.joined())</tr>\n"
        }
        let rows = table.rows.map { row($0, "td") }.joined()
        let body = rows.isEmpty ? "" : "<tbody>\n\(rows)</tbody>\n"
        return "<table>\n<thead>\n\(row(table.header, "th"))</thead>\n\(body)</table>\n"
    }

    // MARK: - Inlines

    private static func html(_ inlines: [MarkdownInline]) -> String { inlines.map(html).joined() }

    private static func html(_ inline: MarkdownInline) -> String {
        switch inline {
        case .text(let text): escaped(text)
        case .code(let text): "<code>\(escaped(text))</code>"
        case .emphasis(let content): "<em>\(html(content))</em>"
        case .strong(let content): "<strong>\(html(content))</strong>"
        case .struck(let content): "<s>\(html(content))</s>"
        case .link(let target, let content):
            "<a\(attribute("href", target.address))\(attribute("title", target.title))>\(html(content))</a>"
        case .image(let target, let content):
            "<img\(attribute("src", target.address))\(attribute("alt", plain(content)))\(attribute("title", target.title)) />"
        case .softBreak: "\n"
        case .hardBreak: "<br />\n"
        }
    }

    /// What is read out for a picture.
    private static func plain(_ inlines: [MarkdownInline]) -> String {
        inlines.map { inline in
            switch inline {
            case .text(let text), .code(let text): text
            case .emphasis(let content), .strong(let content), .struck(let content),
                .link(_, let content), .image(_, let content):
                plain(content)
            case .softBreak, .hardBreak: "\n"
            }
        }.joined()
    }

    private static func attribute(_ name: String, _ value: String?) -> String {
        value.map { " \(name)=\"\(escaped($0))\"" } ?? ""
    }
}
