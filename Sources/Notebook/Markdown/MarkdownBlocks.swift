/// Finds the blocks of a Markdown text line by line, as CommonMark describes it: each line first goes
/// on with the blocks that are open, then may begin new ones, and what is left of it is text.
struct MarkdownBlocks {
    /// Blocks inside one another; what would begin a deeper one is text.
    static let deepest = 40

    private(set) var nodes = [
        MarkdownNode(kind: .document, parent: 0, firstLine: 0, lastLine: 0, depth: 0)
    ]
    private(set) var definitions: MarkdownDefinitions = [:]
    var line = MarkdownLine([])
    var number = 0
    /// The innermost open block.
    private(set) var tip = 0
    /// The innermost block that the line goes on with.
    private var matched = 0

    init(_ text: String) {
        var lines: [Scalars] = [[]]
        var last: Unicode.Scalar = " "
        for scalar in text.unicodeScalars {
            let isEnd = scalar == "\n" || scalar == "\r"
            if isEnd, !(scalar == "\n" && last == "\r") { lines.append([]) }
            if !isEnd { lines[lines.count - 1].append(scalar) }
            last = scalar
        }
        if lines.last?.isEmpty == true { lines.removeLast() }
        for line in lines { read(line) }
        while tip != 0 { close() }
    }

    private mutating func read(_ scalars: Scalars) {
        number += 1
        line = MarkdownLine(scalars)
        matched = 0
        var isWhole = true
        while let child = nodes[matched].children.last, nodes[child].isOpen {
            switch goesOn(child) {
            case .yes: matched = child
            case .no: isWhole = false
            case .ends: return
            }
            if !isWhole { break }
        }
        var container = matched
        while nodes[container].endsAtBlocks, let begun = begin(in: container) {
            if line.isAtEnd { return }
            container = begun
        }
        addText(to: container, isWhole: isWhole)
    }

    /// The rest of the line is text of the container, or of a paragraph that it goes on with lazily.
    private mutating func addText(to container: Int, isWhole: Bool) {
        let isLazy = !isWhole && container == matched && nodes[tip].isParagraph && !line.isBlank
        let target = isLazy ? tip : container
        if !isLazy, container == matched { closeUnmatched() }
        if nodes[target].takesLines {
            addLine(to: target)
        } else if !line.isBlank {
            addLine(to: open(.paragraph, in: target))
        }
    }

    private mutating func addLine(to index: Int) {
        switch nodes[index].kind {
        case .paragraph, .table: line.skipIndent()
        default: break
        }
        nodes[index].lines.append(line.rest)
        if !line.isBlank { nodes[index].lastLine = number }
        if case .comment = nodes[index].kind, line.rest.contains("-->".unicodeScalars) {
            close(to: nodes[index].parent)
        }
    }

    // MARK: - The tree

    /// Opens a block as the last child of another, whose open children are closed; of a list only items
    /// are children, and any other block follows the list.
    @discardableResult
    mutating func open(_ kind: MarkdownNode.Kind, in container: Int) -> Int {
        var parent = container
        if case .list = nodes[container].kind {
            if case .item = kind {} else { parent = nodes[container].parent }
        }
        close(to: parent)
        nodes.append(
            MarkdownNode(
                kind: kind, parent: parent, firstLine: number, lastLine: number,
                depth: nodes[parent].depth + 1))
        nodes[parent].children.append(nodes.count - 1)
        tip = nodes.count - 1
        return tip
    }

    mutating func closeUnmatched() { close(to: matched) }

    /// Closes the open blocks inside another.
    mutating func close(to ancestor: Int) {
        while tip != ancestor, tip != 0 { close() }
    }

    private mutating func close() {
        if nodes[tip].isParagraph { takeDefinitions(from: tip) }
        nodes[tip].isOpen = false
        tip = nodes[tip].parent
    }

    /// Moves the definitions at the beginning of a paragraph out of it.
    mutating func takeDefinitions(from index: Int) {
        guard nodes[index].lines.first?.first == "[" else { return }
        var scanner = MarkdownScanner(Scalars(nodes[index].lines.joined(separator: ["\n"])))
        while let (label, target) = scanner.definition() {
            if definitions[label] == nil { definitions[label] = target }
        }
        nodes[index].lines =
            scanner.rest.isEmpty
            ? []
            : scanner.rest.split(separator: "\n", omittingEmptySubsequences: false).map(
                Scalars.init)
    }

    mutating func change(_ index: Int, to kind: MarkdownNode.Kind, lines: [Scalars]) {
        nodes[index].kind = kind
        nodes[index].lines = lines
        nodes[index].lastLine = number
    }

    mutating func setLastLine(of index: Int) { nodes[index].lastLine = number }
}
