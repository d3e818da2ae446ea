/// A part of a Markdown text that stands by itself.
indirect enum MarkdownBlock {
    case paragraph([MarkdownInline])
    case heading(level: Int, [MarkdownInline])
    /// `language` is the first word behind the fence; empty without one.
    case code(language: String, text: String)
    case quote([MarkdownBlock])
    case list(MarkdownList)
    case table(MarkdownTable)
    case rule
}

struct MarkdownList {
    /// The first number; nil for bullets.
    var start: Int?
    /// Without blank lines between its items: their paragraphs have no space around them.
    var isTight: Bool
    var items: [[MarkdownBlock]]
}

struct MarkdownTable {
    enum Alignment: String { case none, left, center, right }

    var alignments: [Alignment]
    var header: [[MarkdownInline]]
    var rows: [[[MarkdownInline]]]
}

/// A part of a line of a Markdown text.
indirect enum MarkdownInline {
    case text(String)
    case code(String)
    case emphasis([MarkdownInline])
    case strong([MarkdownInline])
    case struck([MarkdownInline])
    case link(MarkdownTarget, [MarkdownInline])
    case image(MarkdownTarget, [MarkdownInline])
    case softBreak
    case hardBreak
}

/// Where a link leads.
struct MarkdownTarget {
    /// As it stands in an HTML attribute: what an address cannot hold is percent-encoded.
    var address: String
    /// Shown when the pointer rests on the link.
    var title: String?
}
