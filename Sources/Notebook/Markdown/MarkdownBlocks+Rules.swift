/// Which lines go on with a block, and which begin one.
extension MarkdownBlocks {
    enum Continuation {
        case yes, no
        /// The line is the block's last, and nothing else.
        case ends
    }

    mutating func goesOn(_ index: Int) -> Continuation {
        switch nodes[index].kind {
        case .document, .list, .comment: return .yes
        case .heading, .rule: return .no
        case .paragraph: return line.isBlank ? .no : .yes
        case .table: return line.isBlank || line.indent >= 4 ? .no : .yes
        case .quote:
            guard line.indent < 4, line.content.first == ">" else { return .no }
            skipQuoteMark()
            setLastLine(of: index)
            return .yes
        case .item(let indent):
            if line.isBlank {
                line.skipIndent()
                return nodes[index].children.isEmpty ? .no : .yes
            }
            guard line.indent >= indent else { return .no }
            line.skip(columns: indent)
            return .yes
        case .code(let fence?, let indent):
            if line.indent < 4, fence.isClosed(by: Substring(String(scalars: line.content))) {
                setLastLine(of: index)
                close(to: nodes[index].parent)
                return .ends
            }
            line.skip(columns: min(indent, line.indent))
            return .yes
        case .code(nil, _):
            guard line.indent >= 4 || line.isBlank else { return .no }
            line.skip(columns: min(4, line.indent))
            return .yes
        }
    }

    private mutating func skipQuoteMark() {
        line.skipIndent()
        line.skip(columns: 1)
        if line.startsWithSpace { line.skip(columns: 1) }
    }

    /// The block that the line begins inside a container; nil when it begins none.
    mutating func begin(in container: Int) -> Int? {
        if line.isBlank { return nil }
        if line.indent >= 4 { return beginIndentedCode(in: container) }
        let content = line.content
        // A paragraph and a table contain no blocks: what begins in one follows it.
        let parent = nodes[container].takesLines ? nodes[container].parent : container
        let isDeepest = nodes[parent].depth + 2 > Self.deepest
        if content.first == ">", !isDeepest {
            skipQuoteMark()
            return open(.quote, in: parent)
        }
        if let (level, title) = Self.heading(content) {
            let heading = open(.heading(level: level), in: parent)
            change(heading, to: .heading(level: level), lines: [title])
            line.skip(columns: .max)
            return heading
        }
        if let fence = Fence(Substring(String(scalars: content))) {
            let indent = line.indent
            line.skip(columns: .max)
            return open(.code(fence, indent: indent), in: parent)
        }
        if content.starts(with: "<!--".unicodeScalars) { return open(.comment, in: parent) }
        if nodes[container].isParagraph {
            if let table = beginTable(content, after: container) { return table }
            if let heading = beginHeading(content, of: container) { return heading }
        }
        if Self.isRule(content) {
            line.skip(columns: .max)
            return open(.rule, in: parent)
        }
        return isDeepest ? nil : beginItem(content, in: container, parent)
    }

    private mutating func beginIndentedCode(in container: Int) -> Int? {
        if nodes[tip].isParagraph { return nil }
        line.skip(columns: 4)
        return open(.code(nil, indent: 4), in: container)
    }

    /// A paragraph over a line of `=` or `-` is a heading.
    private mutating func beginHeading(_ content: ArraySlice<Unicode.Scalar>, of paragraph: Int)
        -> Int?
    {
        let mark = content.trimmedSpaces
        guard let first = mark.first, first == "=" || first == "-", mark.allSatisfy({ $0 == first })
        else { return nil }
        takeDefinitions(from: paragraph)
        let lines = nodes[paragraph].lines
        guard !lines.isEmpty else { return nil }
        close(to: paragraph)
        line.skip(columns: .max)
        change(paragraph, to: .heading(level: first == "=" ? 1 : 2), lines: lines)
        return paragraph
    }

    /// The last line of a paragraph over a line such as `|---|:-:|` is the header of a table.
    private mutating func beginTable(_ content: ArraySlice<Unicode.Scalar>, after paragraph: Int)
        -> Int?
    {
        guard let alignments = MarkdownRow.alignments(content),
            let header = nodes[paragraph].lines.last,
            header.contains("|"), MarkdownRow.cells(header[...]).count == alignments.count
        else { return nil }
        let before = Array(nodes[paragraph].lines.dropLast())
        line.skip(columns: .max)
        if before.isEmpty {
            close(to: paragraph)
            change(paragraph, to: .table(alignments), lines: [header])
            return paragraph
        }
        change(paragraph, to: .paragraph, lines: before)
        let table = open(.table(alignments), in: nodes[paragraph].parent)
        change(table, to: .table(alignments), lines: [header])
        return table
    }

    private mutating func beginItem(
        _ content: ArraySlice<Unicode.Scalar>, in container: Int, _ parent: Int
    ) -> Int? {
        guard let mark = MarkdownListMark(content) else { return nil }
        let isEmpty = content.dropFirst(mark.width).trimmedSpaces.isEmpty
        // Within a paragraph, a line such as `1984. A year` stays text.
        if nodes[container].isParagraph, isEmpty || (mark.number ?? 1) != 1 { return nil }
        let offset = line.indent
        line.skip(columns: offset + mark.width)
        // Five spaces and more are one space and code that is indented.
        let spaces = line.indent
        let padding = isEmpty || spaces > 4 ? 1 : spaces
        line.skip(columns: min(padding, spaces))
        var list = parent
        if case .list(let other) = nodes[parent].kind, other.sign == mark.sign {
        } else {
            list = open(.list(mark), in: parent)
        }
        return open(.item(indent: offset + mark.width + padding), in: list)
    }

    // MARK: - Single lines

    private static func heading(_ content: ArraySlice<Unicode.Scalar>) -> (
        level: Int, title: Scalars
    )? {
        let level = content.prefix { $0 == "#" }.count
        let rest = content.dropFirst(level)
        guard (1...6).contains(level), rest.first == nil || rest.first == " " || rest.first == "\t"
        else { return nil }
        var title = rest.trimmedSpaces
        let closing = title.reversed().prefix { $0 == "#" }.count
        let before = title.dropLast(closing)
        if before.isEmpty || before.last == " " || before.last == "\t" {
            title = before.trimmedSpaces
        }
        return (level, Scalars(title))
    }

    private static func isRule(_ content: ArraySlice<Unicode.Scalar>) -> Bool {
        let marks = content.filter { $0 != " " && $0 != "\t" }
        guard marks.count >= 3, let first = marks.first, "-*_".unicodeScalars.contains(first) else {
            return false
        }
        return marks.allSatisfy { $0 == first }
    }
}
