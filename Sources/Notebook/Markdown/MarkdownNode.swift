/// A block while its lines are read.
struct MarkdownNode {
    enum Kind {
        case document
        case quote
        case list(MarkdownListMark)
        /// The text of an item begins this many columns behind its list's.
        case item(indent: Int)
        case paragraph
        case heading(level: Int)
        /// Code between fences, or indented where there is none.
        case code(Fence?, indent: Int)
        case table([MarkdownTable.Alignment])
        case rule
        /// `<!-- … -->`, which is not shown.
        case comment
    }

    var kind: Kind
    var parent: Int
    var children: [Int] = []
    var isOpen = true
    /// The text, as far as it has been read.
    var lines: [Scalars] = []
    var firstLine: Int
    var lastLine: Int
    /// Blocks around it.
    var depth: Int

    var isParagraph: Bool { if case .paragraph = kind { true } else { false } }

    /// Whether lines that begin a block do so here, as they do not in code.
    var endsAtBlocks: Bool {
        switch kind {
        case .code, .comment: false
        default: true
        }
    }

    /// Whether any line that belongs to it is its text.
    var takesLines: Bool {
        switch kind {
        case .paragraph, .code, .table, .comment: true
        case .document, .quote, .list, .item, .heading, .rule: false
        }
    }
}

/// What begins an item of a list; items with the same kind of mark are one list.
struct MarkdownListMark {
    /// The bullet, or what stands behind the number.
    var sign: Unicode.Scalar
    var number: Int?
    /// Characters of the mark.
    var width: Int

    /// `-`, `+`, `*`, `1.` or `1)` at the beginning, with white space or nothing behind it.
    init?(_ text: ArraySlice<Unicode.Scalar>) {
        let digits = text.prefix { ("0"..."9").contains($0) }
        guard digits.count < 10, let sign = text.dropFirst(digits.count).first else { return nil }
        guard digits.isEmpty ? "-+*".unicodeScalars.contains(sign) : sign == "." || sign == ")"
        else {
            return nil
        }
        width = digits.count + 1
        let next = text.dropFirst(width).first
        guard next == nil || next == " " || next == "\t" else { return nil }
        self.sign = sign
        number = digits.isEmpty ? nil : Int(String(String.UnicodeScalarView(digits)))
    }
}
