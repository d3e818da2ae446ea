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
    /// Seconds from its start to its end.
    package var seconds: Double
    /// The value of its last statement, as JSON text.
    package var record: String?
    /// Settings that the cell used and that have changed since: `data`, `preprocess`, `loss`, `reg`.
    package var staleBecause: [String] = []
    /// Whether notes show it without running it, such as a cell that only saved the notebook.
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

    /// The error and its hint as they are shown; nil for a cell that succeeded.
    package var errorText: String? {
        error.map { "error: \($0)" + (hint.map { "\n  \($0)" } ?? "") }
    }

    /// `3*` for a stale cell, `3` otherwise.
    package var title: String { "\(number)\(staleBecause.isEmpty ? "" : "*")" }

    /// Says which settings have changed since the cell ran; nil when none has.
    package var staleNote: String? {
        staleBecause.isEmpty
            ? nil : "stale: \(staleBecause.joined(separator: " and ")) changed since"
    }
}
