/// A parsed text: its statements, and everything that was wrong with it.
package struct Script: Sendable {
    package var source: Source
    /// Every statement that could be understood, in order; one that could not is left out and has a
    /// diagnostic instead.
    package var statements: [Statement]
    package var diagnostics: [Diagnostic]
    /// The text ended inside a block, a bracket, a string or after a `\`: more lines may complete it.
    package var isIncomplete: Bool
    /// What the end of the text belongs to, for completion.
    package var place: Place

    package init(
        source: Source, statements: [Statement], diagnostics: [Diagnostic], isIncomplete: Bool,
        place: Place
    ) {
        self.source = source
        self.statements = statements
        self.diagnostics = diagnostics
        self.isIncomplete = isIncomplete
        self.place = place
    }
}
