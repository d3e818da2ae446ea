/// One numbered input of a session with everything that came of it.
package struct Cell: Sendable, Equatable {
    package var number: Int
    /// What was typed, as it was run.
    package var source: String
    package var outputs: [Output]
    /// The diagnostic's sentence, when the cell failed.
    package var error: String?
    /// What the diagnostic says to do.
    package var hint: String?
    /// Wall time in seconds.
    package var seconds: Double
    /// What the last statement gave, as JSON.
    package var record: String?
    /// What the cell used and is different now: `data`, `preprocess`, `loss`, `reg`.
    package var staleBecause: [String] = []
    /// Notes show it and do not run it, such as what only saved the notebook.
    package var isSkipped = false

    package init(
        number: Int, source: String, outputs: [Output] = [], error: String? = nil,
        seconds: Double = 0
    ) {
        self.number = number
        self.source = source
        self.outputs = outputs
        self.error = error
        self.seconds = seconds
    }

    /// What is shown of a failure; nil when there was none.
    package var errorText: String? {
        error.map { "error: \($0)" + (hint.map { "\n  \($0)" } ?? "") }
    }

    /// `3*` for a stale cell, `3` otherwise.
    package var title: String { "\(number)\(staleBecause.isEmpty ? "" : "*")" }

    /// The sentence on why what the cell shows no longer holds; nil when it does.
    package var staleNote: String? {
        staleBecause.isEmpty
            ? nil : "stale: \(staleBecause.joined(separator: " and ")) changed since"
    }
}
