/// `Load the data: load iris`, `Step 1: load iris`, `학습 → sgd`.
enum LeadIns: NormalizerRule {
    static let summary = "words and a colon before a statement on the same line are taken off"

    static func apply(to page: inout Page, _ reader: StatementReader) {
        page.forEachOpenLine { page, index in
            let line = page.lines[index].trimmed
            guard page.lines[index].region != .code, !page.lines[index].isMarked,
                !reader.begins(line), let rest = afterLead(line, reader)
            else { return }
            page.take(index, rest, .markup, as: .leadIn)
        }
    }

    private static let signs = Set("::：→⇒⟶➜".unicodeScalars)

    private static func afterLead(_ line: [Unicode.Scalar], _ reader: StatementReader)
        -> [Unicode.Scalar]?
    {
        let line = ListMarks.afterMark(line) ?? line
        guard let first = line.first, first.isWordScalar || first == "*" || first == "(",
            let sign = line.firstIndex(where: signs.contains), sign > 1
        else { return nil }
        let lead = String(scalars: line[..<sign])
        guard lead.split(separator: " ").count <= 8, !lead.contains("="), !lead.contains("\""),
            !lead.contains("`"), !reader.vocabulary.outputs.begin(with: lead)
        else { return nil }
        let isSpaced = line.dropFirst(sign + 1).first.map { $0 == " " || $0.value >= 0x80 } ?? false
        guard isSpaced else { return nil }
        let rest = Line.trim(line.dropFirst(sign + 1).drop { $0 == "*" || $0 == "\u{FE0F}" })
        let code = InlineCode.content(rest)?.code ?? rest
        return reader.read(code).couldRun || Repairs.meant(code, reader) != nil ? code : nil
    }
}
