import TerminalText

/// Whether a line ends where it does because a window or a page is no wider.
struct Wrapping {
    /// The widest line of the text, in columns.
    let width: Int
    /// How many lines are exactly that wide.
    private let count: Int
    /// Several lines reach nearly as far: paragraphs are filled.
    let isFilled: Bool

    /// Nothing narrower is taken for a window.
    static let narrowest = 24
    /// The widths that terminals and mails have.
    private static let usual: Set<Int> = [40, 72, 80]

    static func isUsual(_ width: Int) -> Bool { usual.contains(width) }

    init(_ page: Page) {
        let columns = page.lines.map(\.columns)
        let width = columns.max() ?? 0
        self.width = width
        count = columns.count { $0 == width }
        isFilled = width >= 40 && columns.count { $0 * 6 >= width * 5 } >= 3
    }

    /// Whether a line fills its window to the last column, so that a word may go on in the next.
    func isFull(_ line: Line) -> Bool {
        let columns = line.columns
        guard columns >= Self.narrowest else { return false }
        return columns == width && (count >= 3 && width >= 38 || Self.usual.contains(width))
    }

    /// Whether a line ends because the next line's first word would not fit on it.
    func isWrapped(_ line: Line, before next: Line) -> Bool {
        let first = next.trimmed.prefix { $0 != " " }
        let columns = line.columns
        let needed = columns + 1 + first.reduce(0) { $0 + max(0, TerminalText.columns($1)) }
        return columns >= Self.narrowest * 2 / 3 && needed > max(width, Self.narrowest)
    }

    /// Whether the text's lines are as wide as a window usually is.
    var isUsual: Bool { Self.usual.contains(width) || Self.usual.contains(width + 1) }
}
