/// What is exported: prose and cells in order.
package struct NotebookDocument: Sendable {
    package enum Block: Sendable {
        /// Markdown.
        case prose(String)
        case cell(Cell)
    }

    package var title: String
    package var seed: UInt64
    package var blocks: [Block]

    package init(title: String, seed: UInt64, blocks: [Block]) {
        self.title = title
        self.seed = seed
        self.blocks = blocks
    }

    package init(title: String, seed: UInt64, cells: [Cell]) {
        self.init(title: title, seed: seed, blocks: cells.map(Block.cell))
    }

    /// The title as a Markdown heading; empty when there is prose, which has headings of its own.
    var heading: [String] {
        let hasProse = blocks.contains { if case .prose = $0 { true } else { false } }
        let line = title.split(whereSeparator: \.isNewline).joined(separator: " ")
        return hasProse ? [] : ["# \(line)"]
    }

    var cells: [Cell] {
        blocks.compactMap { if case .cell(let cell) = $0 { cell } else { nil } }
    }
}
