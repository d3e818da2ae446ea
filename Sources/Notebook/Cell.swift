/// One numbered input of a session with everything that came of it.
package struct Cell: Sendable {
    package var number: Int
    /// What was typed, as it was run.
    package var source: String
    package var outputs: [Output]
    /// The rendered diagnostic, when the cell failed.
    package var error: String?
    /// Wall time in seconds.
    package var seconds: Double

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
}
