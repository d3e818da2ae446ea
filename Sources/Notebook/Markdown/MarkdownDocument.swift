/// A Markdown text as a tree, as CommonMark with tables and strikethrough reads it. Any text is
/// Markdown; HTML in it is text, and a comment between blocks is left out.
struct MarkdownDocument {
    let blocks: [MarkdownBlock]

    init(_ text: String) {
        let parsed = MarkdownBlocks(text)
        blocks = Builder(nodes: parsed.nodes, definitions: parsed.definitions).blocks(of: 0)
    }

    /// Makes the tree when all definitions of links are known.
    private struct Builder {
        let nodes: [MarkdownNode]
        let definitions: MarkdownDefinitions

        func blocks(of parent: Int) -> [MarkdownBlock] { shown(parent).compactMap(block) }

        private func block(_ index: Int) -> MarkdownBlock? {
            let node = nodes[index]
            switch node.kind {
            case .document, .item, .comment: return nil
            case .quote: return .quote(blocks(of: index))
            case .list(let mark):
                return .list(
                    MarkdownList(
                        start: mark.number, isTight: isTight(index),
                        items: node.children.map(blocks)))
            case .paragraph: return .paragraph(inlines(node.lines))
            case .heading(let level): return .heading(level: level, inlines(node.lines))
            case .code(let fence, _): return code(fence, node.lines)
            case .table(let alignments): return .table(table(alignments, node.lines))
            case .rule: return .rule
            }
        }

        /// Children with something to show: comments and paragraphs of definitions only have nothing.
        private func shown(_ parent: Int) -> [Int] {
            nodes[parent].children.filter { child in
                if case .comment = nodes[child].kind { return false }
                return !nodes[child].isParagraph || !nodes[child].lines.isEmpty
            }
        }

        private func inlines(_ lines: [Scalars]) -> [MarkdownInline] {
            let text = Scalars(lines.joined(separator: ["\n"]))
            return MarkdownInlines.parse(text[...].trimmedSpaces, definitions)
        }

        private func code(_ fence: Fence?, _ lines: [Scalars]) -> MarkdownBlock {
            var lines = lines
            if fence == nil {
                while let last = lines.last, last[...].trimmedSpaces.isEmpty { lines.removeLast() }
            }
            let text = lines.map { String(scalars: $0) + "\n" }.joined()
            let info = Scalars(
                (fence?.info ?? "").unicodeScalars.prefix { $0 != " " && $0 != "\t" })
            return .code(language: MarkdownText.plain(info[...]), text: text)
        }

        private func table(
            _ alignments: [MarkdownTable.Alignment], _ lines: [Scalars]
        ) -> MarkdownTable {
            let rows = lines.map { line in
                let cells = MarkdownRow.cells(line[...])
                return alignments.indices.map { $0 < cells.count ? inlines([cells[$0]]) : [] }
            }
            return MarkdownTable(
                alignments: alignments, header: rows.first ?? [], rows: Array(rows.dropFirst()))
        }

        // MARK: - Blank lines

        /// Whether no blank line stands between items, or between blocks of an item.
        private func isTight(_ list: Int) -> Bool {
            let items = nodes[list].children
            return areClose(items) && items.allSatisfy { areClose(shown($0)) }
        }

        private func areClose(_ blocks: [Int]) -> Bool {
            zip(blocks, blocks.dropFirst()).allSatisfy {
                nodes[$1].firstLine <= lastLine(of: $0) + 1
            }
        }

        private func lastLine(of index: Int) -> Int {
            switch nodes[index].kind {
            case .list, .item: nodes[index].children.last.map(lastLine) ?? nodes[index].firstLine
            default: nodes[index].lastLine
            }
        }
    }
}
