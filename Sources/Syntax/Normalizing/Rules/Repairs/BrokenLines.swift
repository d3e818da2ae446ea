/// A statement that was broken over lines by a window or a page.
enum BrokenLines: NormalizerRule {
    static let summary = "lines that a window or a page broke are joined to one statement"
    static let changesCode = true

    static func apply(to page: inout Page, _ reader: StatementReader) {
        let wrapping = Wrapping(page)
        for segment in page.segments {
            var brackets = 0
            var index = segment.lowerBound
            while index < segment.upperBound {
                defer { index += 1 }
                guard !page.lines[index].isBlank, brackets <= 0 else {
                    brackets = max(0, brackets + Brackets.open(page.lines[index].scalars))
                    continue
                }
                join(&page, from: index, segment, wrapping, reader)
                brackets = max(0, brackets + Brackets.open(page.lines[index].scalars))
            }
        }
    }

    /// Joins to a line what belongs to it of the lines after it.
    private static func join(
        _ page: inout Page, from start: Int, _ segment: Range<Int>, _ wrapping: Wrapping,
        _ reader: StatementReader
    ) {
        guard let whole = whole(page, from: start, segment, wrapping, reader) else { return }
        page.take(start, whole.text, .joins)
        for index in (start + 1)...whole.last {
            page.lines[index].verdict = Verdict(.joined, "the line before goes on here")
        }
    }

    /// The statement that begins on a line, and its last line; nil where it has one line. No copy of the page is
    /// left when it is changed, for each would be one of all lines.
    private static func whole(
        _ page: Page, from start: Int, _ segment: Range<Int>, _ wrapping: Wrapping,
        _ reader: StatementReader
    ) -> (text: [Unicode.Scalar], last: Int)? {
        guard reader.begins(page.lines[start].scalars), !page.lines[start].scalars.contains("#")
        else { return nil }
        var pieces = Joint(page, start, wrapping, reader)
        var next = start + 1
        var whole: (text: [Unicode.Scalar], last: Int)?
        while next < segment.upperBound, next - start <= 12, !page.lines[next].isBlank,
            page.lines[next].surroundings.isDisjoint(with: [.prompt, .item, .code, .cell]),
            let joined = pieces.adding(next)
        {
            if joined.isComplete { whole = (joined.text, next) }
            next += 1
        }
        return whole
    }
}
