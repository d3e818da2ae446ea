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

    /// The candidates with their meanings, one a row, cut to a window.
    func rows(columns: Int, limit: Int) -> [LineDisplay.Row] {
        let room = max(1, limit)
        let kept = candidates.count > room ? candidates.prefix(max(0, room - 1)) : candidates[...]
        let width = kept.map { LineLayout.columns($0.text) }.max() ?? 0
        var rows = kept.map { candidate in
            let gap = String(
                repeating: " ", count: width - LineLayout.columns(candidate.text) + 2)
            let text = LineLayout.prefix("  " + candidate.text, columns: columns)
            let left = columns - LineLayout.columns(text)
            return LineDisplay.Row(
                text: text,
                hint: candidate.detail.isEmpty
                    ? "" : LineLayout.prefix(gap + candidate.detail, columns: left))
        }
        if kept.count < candidates.count {
            let more = "  … and \(candidates.count - kept.count) more"
            rows.append(
                LineDisplay.Row(text: LineLayout.prefix(more, columns: columns), isDim: true))
        }
        return rows
    }
}
