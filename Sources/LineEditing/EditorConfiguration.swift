/// What the line editor asks of the program around it.
package struct EditorConfiguration {
    /// Whether Enter ends the cell; otherwise it begins a new line.
    package var isComplete: (String) -> Bool
    /// The candidates for the word that ends where the text before the cursor does.
    package var completions: (String) -> Completions
    /// Entries of earlier sessions, the oldest first.
    package var history: [String]

    package init(
        isComplete: @escaping (String) -> Bool, completions: @escaping (String) -> Completions,
        history: [String]
    ) {
        self.isComplete = isComplete
        self.completions = completions
        self.history = history
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
}

/// What came of reading a cell.
package enum CellInput: Equatable {
    case text(String)
    /// Ctrl-C: what was typed is gone.
    case interrupted
    case endOfInput
}
