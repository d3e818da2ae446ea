/// A line with the lines that may go on with it.
struct Joint {
    private let page: Page
    private let wrapping: Wrapping
    private let reader: StatementReader
    private var last: Int
    private var text: [Unicode.Scalar]

    init(_ page: Page, _ start: Int, _ wrapping: Wrapping, _ reader: StatementReader) {
        (self.page, self.wrapping, self.reader) = (page, wrapping, reader)
        (last, text) = (start, page.lines[start].scalars)
    }

    /// The text with one line more; nil where the line cannot belong to it. It is complete when both
    /// together can only be one statement.
    mutating func adding(_ next: Int) -> (text: [Unicode.Scalar], isComplete: Bool)? {
        let line = page.lines[next].trimmed
        let before = text
        // A statement of its own, as most lines after statements are.
        if reader.begins(line), !isPacked(line), !isUnclosed(before) { return nil }
        let isFull = wrapping.isFull(page.lines[last])
        let isWrapped = wrapping.isWrapped(page.lines[last], before: page.lines[next])
        defer { last = next }
        for joined in candidates(before, line, isFull: isFull) {
            let reading = reader.read(joined)
            guard reading.couldRun || isUnclosed(joined) && isUnclosed(before) else { continue }
            guard
                isMeant(before, line, joined, isFull: isFull, isWrapped: isWrapped)
            else { continue }
            text = joined
            return (joined, reading.couldRun)
        }
        // A word that was cut more than once is complete only with the last piece.
        guard isFull, wrapping.isFull(page.lines[next]),
            let joined = candidates(before, line, isFull: true).first,
            !reader.begins(line)
        else { return nil }
        text = joined
        return (joined, false)
    }

    private func candidates(_ before: [Unicode.Scalar], _ line: [Unicode.Scalar], isFull: Bool)
        -> [[Unicode.Scalar]]
    {
        if before.last == "-", line.first?.isASCIILetter == true {
            return [Array(before.dropLast()) + line, before + line]
        }
        return isFull ? [before + line, before + [" "] + line] : [before + [" "] + line]
    }

    private func isUnclosed(_ text: [Unicode.Scalar]) -> Bool {
        text.count { $0 == "\"" } % 2 == 1
    }

    /// Whether the lines are one statement rather than two.
    private func isMeant(
        _ before: [Unicode.Scalar], _ line: [Unicode.Scalar], _ joined: [Unicode.Scalar],
        isFull: Bool, isWrapped: Bool
    ) -> Bool {
        let first = reader.read(before)
        let second = reader.read(line)
        // A block or a list goes on by itself, unless a word of it was cut.
        if before.last == "{", !isFull { return false }
        if first == .open { return isUnclosed(before) || isFull && Brackets.open(before) > 0 }
        let isRest = isOptions(line)
        if !first.couldRun, reader.read(joined).couldRun || !second.couldRun { return true }
        if isFull, !second.couldRun || isRest { return true }
        guard isRest else { return isWrapped && isUnclosed(before) }
        // `epochs=3` alone is an assignment; a page that is no wider broke the line before it.
        return !second.couldRun || isWrapped
    }

    /// `tum=0.9`: an assignment would have spaces.
    private func isPacked(_ line: [Unicode.Scalar]) -> Bool {
        line.prefix { $0.isWordScalar || $0 == "=" }.contains("=")
    }

    /// `batch=256 nesterov`: options of the command before.
    private func isOptions(_ line: [Unicode.Scalar]) -> Bool {
        let words = String(scalars: line).split(separator: " ")
        return words.allSatisfy { word in
            let name = word.prefix { $0 != "=" }
            // A letter alone is a variable.
            return (name.count > 1 || word.contains("="))
                && reader.vocabulary.options.contains(String(name))
        }
    }
}
