/// What is known of the lines of a fence, or of a page outside fences, before each of them is judged.
struct SegmentContext {
    /// A line stands behind lc's prompt.
    var hasPrompts = false
    /// Every line is a statement, or nearly one.
    var isScript = false
    var hasProse = false
    var isMostlyStatements = false
    /// More commands begin with a capital letter than not.
    var areCapital = false

    /// The command of the last statement.
    private(set) var lastCommand: String?
    private(set) var lastLine = 0
    /// What `print` shows of texts that stand in the statements.
    private(set) var echoes: Set<String> = []

    init() {}

    init(_ page: Page, _ segment: Range<Int>, _ groups: StatementGroups, _ reader: StatementReader)
    {
        var (statements, mistakes, words, capitals, values) = (0, 0, 0, 0, 0)
        var index = segment.lowerBound
        while index < segment.upperBound {
            defer { index += 1 }
            let line = page.lines[index]
            if line.verdict?.kind == .output || line.verdict?.kind == .prose { words += 1 }
            guard !line.isBlank, line.trimmed.first != "#" else { continue }
            if line.surroundings.contains(.prompt) { hasPrompts = true }
            if line.surroundings.contains(.capital) { capitals += 1 }
            if let end = groups.ends[index] {
                statements += 1
                index = end
                continue
            }
            switch reader.read(line.trimmed) {
            case .statement: statements += 1
            case .mistake, .open: mistakes += 1
            case .value: values += 1
            case .words:
                if line.surroundings.isEmpty, Self.isNearly(line.trimmed, reader) {
                    mistakes += 1
                } else {
                    words += 1
                }
            }
        }
        hasProse = words > 0
        isScript =
            words == 0 && !hasPrompts
            && statements + mistakes + (segment == page.indices ? values : 0) > 0
            && capitals <= statements
        isMostlyStatements = statements > words + values
        areCapital = capitals >= 2 && capitals * 2 > statements
    }

    /// Whether a line begins as a statement and is no sentence; its mistake is for the author to see.
    private static func isNearly(_ line: [Unicode.Scalar], _ reader: StatementReader) -> Bool {
        if line.first == "}" { return true }
        let isSentence =
            line.last.map { ".:;?!,".unicodeScalars.contains($0) } == true
            && line.count(where: { $0 == " " }) >= 3
        return reader.begins(line) && !isSentence
    }

    /// Goes on behind a statement.
    mutating func follow(_ page: Page, _ index: Int, _ reader: StatementReader) {
        let text = page.lines[index].string
        lastCommand = reader.command(of: text) ?? ""
        lastLine = index
        guard lastCommand == "print" else { return }
        for quote in ["\"", "'"] {
            let parts = text.split(separator: Character(quote), omittingEmptySubsequences: false)
            if parts.count == 3 { echoes.insert(String(parts[1])) }
        }
    }

    /// Whether a line can belong to what the last command showed: nothing but its lines stand between.
    func isBelowReport(_ page: Page, _ index: Int) -> Bool {
        guard !page.lines[index].surroundings.contains(.item) else { return false }
        return ((lastLine + 1)..<max(index, lastLine + 1)).allSatisfy { place in
            page.lines[place].verdict?.kind == .output || page.lines[place].isEmpty
                || page.lines[place].verdict?.kind == .comment
        } && (hasPrompts || (lastLine..<index).allSatisfy { !page.lines[$0].isEmpty })
            && (hasPrompts || page.lines[index].indentation >= page.lines[lastLine].indentation + 2)
    }
}
