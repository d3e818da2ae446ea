/// What a page with its verdicts comes to.
extension Normalizer.Result {
    /// Takes over the lines of a page that has been judged.
    mutating func take(_ page: Page, _ reader: StatementReader) {
        lines = page.lines.map { line in
            let verdict = line.verdict ?? Verdict(.blank, "empty")
            return JudgedLine(
                number: line.number, text: String(scalars: line.original),
                statement: verdict.kind.isKept ? line.string : "", kind: verdict.kind,
                reason: verdict.reason, candidate: line.candidate(verdict, reader))
        }
        for line in page.lines {
            if line.verdict?.kind.isKept != false {
                changes.merge(line.changes, uniquingKeysWith: +)
            }
            if let change = line.verdict?.kind.change { changes[change, default: 0] += 1 }
        }
        warnings += page.warnings
        refusal = page.refusal
        text = numberedText()
    }

    /// Each statement on the line that it was copied from, where a line has only one.
    private func numberedText() -> String {
        var texts: [String] = []
        for line in lines {
            while texts.count < line.number - 1 { texts.append("") }
            texts.append(line.statement)
        }
        return texts.joined(separator: "\n")
    }

    /// Takes over what a further pass over this text changed.
    mutating func follow(_ next: Normalizer.Result) {
        changes.merge(next.changes, uniquingKeysWith: +)
        warnings += next.warnings.filter { !warnings.contains($0) }
        text = next.text
        refusal = next.refusal
        guard lines.count == next.lines.count else {
            lines = next.lines
            return
        }
        for index in lines.indices where lines[index].kind.isKept {
            let line = next.lines[index]
            lines[index].statement = line.statement
            if line.kind != .blank || lines[index].kind != .command {
                (lines[index].kind, lines[index].reason) = (line.kind, line.reason)
            }
        }
    }
}

extension Line {
    /// The statement that a line would be which is left out as output or prose.
    fileprivate func candidate(_ verdict: Verdict, _ reader: StatementReader) -> String? {
        guard verdict.kind == .output || verdict.kind == .prose else { return nil }
        if case .foreign = region { return nil }
        return reader.read(trimmed) == .statement ? string : nil
    }
}

extension LineKind {
    /// What a summary calls the leaving out of a line of this kind.
    var change: NormalizerChange? {
        switch self {
        case .output: .output
        case .prose: .prose
        case .markup: .markup
        case .blank, .command, .comment, .joined, .unclear: nil
        }
    }
}
