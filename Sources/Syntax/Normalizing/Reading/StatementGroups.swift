/// Which lines of a page belong to one statement: blocks, brackets, and `\` at a line's end.
struct StatementGroups {
    /// For each line that begins a statement of several lines, where it ends.
    private(set) var ends: [Int: Int] = [:]
    /// Lines that stand inside such a statement and are no part of it, such as a page's number.
    private(set) var strangers: Set<Int> = []

    private static let lineLimit = 1000
    /// How many lines statements without an end may take from the time of all.
    private var patience = 20_000

    init(_ page: Page, _ reader: StatementReader) {
        for segment in page.segments {
            var index = segment.lowerBound
            while index < segment.upperBound {
                index = group(page, index, segment.upperBound, reader) + 1
            }
        }
    }

    /// Finds the statement that begins at a line; gives its last line.
    private mutating func group(
        _ page: Page, _ start: Int, _ limit: Int, _ reader: StatementReader
    ) -> Int {
        guard patience > 0 || page.lines[start].scalars.last == "\\",
            !page.lines[start].isBlank, goesOn(page.lines[start].scalars, reader)
        else {
            return start
        }
        let lines = body(page, start, limit)
        guard let last = lines.last, last > start else { return start }
        patience -= lines.count
        if reader.read(text(page, lines)) == .statement {
            patience += lines.count
            ends[start] = last
            return last
        }
        let known = lines.filter { isPart(page.lines[$0].scalars, reader) }
        guard known.count < lines.count, known.last == last,
            reader.read(text(page, known)) == .statement
        else { return start }
        strangers.formUnion(Set(lines).subtracting(known))
        ends[start] = last
        return last
    }

    /// Whether something begins here that is not complete at the line's end.
    private func goesOn(_ line: [Unicode.Scalar], _ reader: StatementReader) -> Bool {
        guard line.last == "\\" || Brackets.openWithBraces(line) > 0 else { return false }
        return reader.read(line).couldRun
    }

    private func isPart(_ line: [Unicode.Scalar], _ reader: StatementReader) -> Bool {
        guard let first = line.first(where: { $0 != " " && $0 != "\t" }) else { return true }
        return "}])#".unicodeScalars.contains(first) || reader.begins(line)
            || reader.read(line) != .words
    }

    /// The lines from one on to where its brackets are closed.
    private func body(_ page: Page, _ start: Int, _ limit: Int) -> [Int] {
        var lines: [Int] = []
        var depth = 0
        var index = start
        while index < limit, lines.count < Self.lineLimit {
            defer { index += 1 }
            let line = page.lines[index]
            if line.isBlank {
                // `\` goes on in the line below it, and not behind a page's end.
                if line.isEmpty, let last = lines.last, page.lines[last].scalars.last == "\\" {
                    break
                }
                continue
            }
            // A prompt begins a statement.
            if index > start, line.surroundings.contains(.prompt) { break }
            lines.append(index)
            depth += Brackets.openWithBraces(line.scalars)
            if depth <= 0, line.scalars.last != "\\", !isFollowedByElse(page, index, limit) {
                break
            }
        }
        return lines
    }

    private func isFollowedByElse(_ page: Page, _ index: Int, _ limit: Int) -> Bool {
        guard let next = page.filled(after: index, within: 2), next < limit else { return false }
        return page.lines[next].trimmed.starts(with: "else".unicodeScalars)
    }

    private func text(_ page: Page, _ lines: [Int]) -> String {
        lines.map { page.lines[$0].string }.joined(separator: "\n")
    }
}
