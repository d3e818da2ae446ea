/// What the line editor asks of the program around it.
package struct EditorConfiguration {
    /// Whether Enter ends the cell; otherwise it begins a new line.
    package var isComplete: (String) -> Bool
    /// The candidates for the word that ends where the text before the cursor does.
    package var completions: (String) -> Completions
    /// What may follow the text before the cursor, where the history has nothing.
    package var suggestion: (String) -> Suggestion?
    /// Makes statements of pasted text; the text before the cursor comes first.
    package var clean: (_ paste: String, _ before: String) -> CleanedPaste
    /// Entries of earlier sessions, the oldest first.
    package var history: [String]
    /// A terminal that can do no more than print: libedit draws the line, and there are no hints.
    package var isPlain: Bool

    package init(
        isComplete: @escaping (String) -> Bool, completions: @escaping (String) -> Completions,
        suggestion: @escaping (String) -> Suggestion? = { _ in nil },
        clean: @escaping (String, String) -> CleanedPaste = { text, _ in
            CleanedPaste(text: text, notes: [])
        },
        history: [String], isPlain: Bool = false
    ) {
        self.isComplete = isComplete
        self.completions = completions
        self.suggestion = suggestion
        self.clean = clean
        self.history = history
        self.isPlain = isPlain
    }
}

/// Pasted text as it goes on the line, and what is said about it.
package struct CleanedPaste {
    package var text: String
    package var notes: [String]

    package init(text: String, notes: [String]) {
        self.text = text
        self.notes = notes
    }
}

/// What may be typed next.
package struct Suggestion: Equatable {
    /// What Right adds to the line.
    package var text: String
    /// Shown behind it, and never added: a placeholder, a meaning.
    package var note: String

    package init(text: String, note: String = "") {
        self.text = text
        self.note = note
    }
}

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

/// What came of reading a cell.
package enum CellInput: Equatable {
    case text(String)
    /// Ctrl-C: what was typed is gone.
    case interrupted
    case endOfInput
}
