/// Names and times of chats, numbers, file names: what stands before a statement on line after line.
enum RepeatedPrefixes: NormalizerRule {
    static let summary =
        "what stands in the same form before two statements or more is taken off every line"

    static func apply(to page: inout Page, _ reader: StatementReader) {
        for segment in page.segments { take(&page, segment, reader) }
    }

    private static func take(_ page: inout Page, _ segment: Range<Int>, _ reader: StatementReader) {
        var shapes: [String: Int] = [:]
        for index in segment where isOpen(page.lines[index], reader) {
            let line = page.lines[index].trimmed
            for start in HiddenStatement.starts(in: line, reader) {
                if let shape = PrefixShape(line[..<start]) { shapes[shape.text, default: 0] += 1 }
            }
        }
        let repeated = Set(shapes.filter { $0.value >= 2 }.keys)
        guard !repeated.isEmpty else { return }
        for index in segment where !page.lines[index].isBlank {
            let line = page.lines[index].trimmed
            guard line.first != "#", !reader.begins(line),
                let start = PrefixShape.end(of: repeated, in: line)
            else {
                continue
            }
            page.take(index, line[start...], .markup, as: .chatHead)
        }
    }

    private static func isOpen(_ line: Line, _ reader: StatementReader) -> Bool {
        guard !line.isBlank, line.region != .code, !line.isMarked else { return false }
        let text = line.trimmed
        return text.first != "#" && !reader.begins(text) && Prompt(text)?.isStrong != true
    }
}
