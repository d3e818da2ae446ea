/// A statement on lc's own screen that goes on in the next row of the window.
enum ScreenWraps: NormalizerRule {
    static let summary = "rows of lc's own screen are joined where a window broke what was typed"

    static func apply(to page: inout Page, _ reader: StatementReader) {
        let wrapping = Wrapping(page)
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
                if isFull(page.lines[last], wrapping), !page.lines[first].isBlank,
                    goesOn(page.lines[first].scalars, margin, rest, reader)
                {
                    page.take(first, page.lines[first].scalars + row.dropFirst(margin), .joins)
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

    /// Where all rows are filled up with spaces, none of them says where it was broken.
    private static func isFull(_ line: Line, _ wrapping: Wrapping) -> Bool {
        wrapping.isFull(line) && line.original.last != " "
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
