/// A statement on lc's own screen that goes on in the next row of the window.
enum ScreenWraps: NormalizerRule {
    static let summary = "rows of lc's own screen are joined where a window broke what was typed"

    static func apply(to page: inout Page, _ reader: StatementReader) {
        let width = width(page)
        var index = 0
        while index < page.lines.count {
            defer { index += 1 }
            guard let margin = margin(page.lines[index].scalars) else { continue }
            var first = index
            var last = index
            for next in (index + 1)..<max(page.lines.count, index + 1) {
                let row = page.lines[next].scalars
                guard page.lines[next].verdict == nil, row.count > margin,
                    row.prefix(margin).allSatisfy({ $0 == " " })
                else { break }
                let rest = Line.trim(row.dropFirst(margin))
                if let space = width.flatMap({ lost(page.lines[last], $0) }),
                    !page.lines[first].isBlank,
                    goesOn(page.lines[first].scalars, margin, rest, reader)
                {
                    page.take(
                        first, page.lines[first].scalars + space + row.dropFirst(margin), .joins)
                    page.lines[next].verdict = Verdict(.joined, "the row before goes on here")
                } else {
                    first = next
                }
                last = next
            }
            index = last
        }
    }

    /// Whether two rows are not two statements that happen to be as wide as the window.
    private static func goesOn(
        _ row: [Unicode.Scalar], _ margin: Int, _ rest: [Unicode.Scalar], _ reader: StatementReader
    ) -> Bool {
        rest != ["}"] && !(reader.accepts(Line.trim(row.dropFirst(margin))) && reader.accepts(rest))
    }

    /// The width of the window, by the rows of what was typed: two of them or more fill it, or it is as wide
    /// as windows usually are.
    private static func width(_ page: Page) -> Int? {
        var margin: Int?
        var widths: [Int] = []
        for line in page.lines {
            let own = Self.margin(line.scalars)
            if own == nil, let below = margin, !line.scalars.prefix(below).allSatisfy({ $0 == " " })
            {
                margin = nil
            }
            margin = own ?? margin
            // Where all rows are filled up with spaces, none of them says where it was broken.
            if margin != nil, line.original.last != " " { widths.append(line.columns) }
        }
        guard let width = widths.max(), width >= Wrapping.narrowest else { return nil }
        let isSure = Wrapping.isUsual(width) || width >= 38 && widths.count { $0 == width } >= 2
        return isSure ? width : Wrapping.isUsual(width + 1) ? width + 1 : nil
    }

    /// What a copy lost at the end of a row that fills the window: nothing, or the space in its last column;
    /// nil for a row that does not fill it.
    private static func lost(_ line: Line, _ width: Int) -> [Unicode.Scalar]? {
        guard line.original.last != " " else { return nil }
        return line.columns == width ? [] : line.columns == width - 1 ? [" "] : nil
    }

    /// How many columns lc's prompt takes: what is typed goes on below its end.
    private static func margin(_ line: [Unicode.Scalar]) -> Int? {
        let number = line.prefix { $0 != "]" }
        guard line.first == "[", number.dropFirst().allSatisfy(\.isDigit), number.count > 1,
            line.dropFirst(number.count).starts(with: "] lc> ".unicodeScalars)
        else { return nil }
        return number.count + "] lc> ".count
    }
}
