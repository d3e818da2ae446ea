/// `Lr = 0.1`, where only `lr` is used: phones and word processors capitalise a line's first word.
enum CapitalLetters: NormalizerRule {
    static let summary =
        "a variable's capital letter becomes small where only the small one is used"
    static let changesCode = true

    static func apply(to page: inout Page, _ reader: StatementReader) {
        guard page.lines.contains(where: { isCapital($0) }) else { return }
        var capitals: [(index: Int, name: String)] = []
        var used: Set<Substring> = []
        for index in page.indices where !page.lines[index].isBlank {
            let line = page.lines[index].string
            var words = line.split { !$0.isLetter && !$0.isNumber && $0 != "_" }
            if let first = words.first, let letter = first.first, letter.isUppercase,
                Assignment.name(of: page.lines[index].trimmed) == String(first)
            {
                capitals.append((index, String(first)))
                words.removeFirst()
            }
            used.formUnion(words)
        }
        for (index, name) in capitals {
            let small = name.prefix(1).lowercased() + name.dropFirst()
            guard !used.contains(name[...]), used.contains(small[...]) else { continue }
            let line = page.lines[index].scalars
            let indent = line.prefix { $0.isSpace }
            page.take(
                index,
                indent + small.unicodeScalars
                    + line.dropFirst(indent.count + name.unicodeScalars.count), .letters)
        }
    }

    private static func isCapital(_ line: Line) -> Bool {
        guard let first = line.trimmed.first, ("A"..."Z").contains(first), !line.isBlank else {
            return false
        }
        return Assignment.name(of: line.trimmed) != nil
    }
}
