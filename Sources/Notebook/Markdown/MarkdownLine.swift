typealias Scalars = [Unicode.Scalar]

/// A line of a Markdown text that is read from left to right; a tab leads to the next fourth column.
struct MarkdownLine {
    private let scalars: Scalars
    private var offset = 0
    private var column = 0
    /// Whether a part of the tab at `offset` has been read.
    private var isInsideTab = false

    init(_ scalars: Scalars) { self.scalars = scalars }

    /// Columns of white space from here on.
    var indent: Int {
        var column = column
        for scalar in scalars[offset...] {
            if scalar == " " {
                column += 1
            } else if scalar == "\t" {
                column += 4 - column % 4
            } else {
                break
            }
        }
        return column - self.column
    }

    /// What stands behind the white space.
    var content: ArraySlice<Unicode.Scalar> { scalars[offset...].drop { $0 == " " || $0 == "\t" } }

    var isBlank: Bool { content.isEmpty }

    var startsWithSpace: Bool {
        offset < scalars.count && (scalars[offset] == " " || scalars[offset] == "\t")
    }

    var isAtEnd: Bool { offset >= scalars.count }

    /// All from here on; what is left of a tab as spaces.
    var rest: Scalars {
        guard isInsideTab else { return Scalars(scalars[offset...]) }
        return Scalars(repeating: " ", count: 4 - column % 4) + scalars[(offset + 1)...]
    }

    mutating func skipIndent() { skip(columns: indent) }

    mutating func skip(columns: Int) {
        var left = columns
        while left > 0, offset < scalars.count {
            let width = scalars[offset] == "\t" ? 4 - column % 4 : 1
            isInsideTab = width > left
            column += min(width, left)
            if !isInsideTab { offset += 1 }
            left -= width
        }
    }
}
