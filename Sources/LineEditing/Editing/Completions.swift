import TerminalText

/// Words that may stand at the cursor.
package struct Completions {
    package struct Candidate {
        package var text: String
        package var detail: String

        package init(text: String, detail: String) {
            self.text = text
            self.detail = detail
        }
    }

    /// How many characters before the cursor they replace.
    package var replaced: Int
    package var candidates: [Candidate]

    package init(replaced: Int, candidates: [Candidate]) {
        self.replaced = replaced
        self.candidates = candidates
    }

    /// What all candidates begin with.
    var commonPrefix: String {
        guard let first = candidates.first?.text else { return "" }
        return candidates.dropFirst().reduce(first) { prefix, candidate in
            String(zip(prefix, candidate.text).prefix { $0.0 == $0.1 }.map(\.0))
        }
    }

    /// The candidates with their meanings, one a row, cut to a window; of more than fit, those around the
    /// chosen one.
    func rows(columns: Int, limit: Int, chosen: Int? = nil) -> [LineDisplay.Row] {
        let room = max(1, limit)
        let isCut = candidates.count > room
        let count = isCut ? max(1, room - 1) : candidates.count
        let first = max(0, min((chosen ?? 0) - count / 2, candidates.count - count))
        let kept = first..<min(candidates.count, first + count)
        let width = candidates[kept].map { LineLayout.columns($0.text) }.max() ?? 0
        var rows = kept.map {
            row(candidates[$0], width: width, columns: columns, isChosen: $0 == chosen)
        }
        if isCut {
            let more =
                chosen.map { "  \($0 + 1) of \(candidates.count)" }
                ?? "  … and \(candidates.count - count) more"
            rows.append(
                LineDisplay.Row(text: LineLayout.prefix(more, columns: columns), isDim: true))
        }
        return rows
    }

    private func row(_ candidate: Candidate, width: Int, columns: Int, isChosen: Bool)
        -> LineDisplay.Row
    {
        let gap = String(repeating: " ", count: width - LineLayout.columns(candidate.text) + 2)
        let text = LineLayout.prefix(
            (isChosen ? "› " : "  ") + candidate.text, columns: columns)
        let left = columns - LineLayout.columns(text)
        return LineDisplay.Row(
            text: text,
            hint: candidate.detail.isEmpty
                ? "" : LineLayout.clipped(gap + candidate.detail, columns: left),
            styles: isChosen ? [StyledRange(2..<text.unicodeScalars.count, .inverse)] : [])
    }
}
