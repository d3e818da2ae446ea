/// `load iris$`, as `cat -A` shows line ends, and the right border of a window.
enum LineEnds: NormalizerRule {
    static let summary = "a sign at the end of nearly every line is taken off"

    private static let signs = Set("$│┃|¶".unicodeScalars)

    static func apply(to page: inout Page, _ reader: StatementReader) {
        let filled = page.indices.filter { !page.lines[$0].isBlank }
        guard filled.count >= 2 else { return }
        let found = filled.filter { index in
            let line = page.lines[index].trimmed
            return line.last.map { signs.contains($0) && line.first != $0 } == true
        }
        guard found.count * 10 >= filled.count * 9 else { return }
        for index in found {
            let line = page.lines[index].trimmed.reversed().drop { signs.contains($0) || $0 == " " }
            page.take(index, line.reversed(), .markup)
        }
    }
}
