import TerminalText

/// The colour of the terminal's background, which the colours of typed text are chosen by.
extension LineEditor {
    /// Asks the terminal once. Nobody waits for the answer: it comes among the keys.
    func askBackground() {
        guard configuration.takeBackground != nil, askedBackground == nil else { return }
        askedBackground = input.expectBackground()
        screen.write(ShownText(.askBackground))
    }

    /// Waits for the answer where it is still to come: somebody else reads the terminal next.
    ///
    /// - Parameter limit: how long after the question, for a terminal that does not answer.
    func awaitAnswers(within limit: Duration = .seconds(1)) {
        if let asked = askedBackground { input.awaitAnswers(until: asked + limit) }
    }

    /// Takes an answer that has come.
    func noteBackground() {
        guard let colour = input.background() else { return }
        configuration.takeBackground?(colour)
        lastAppearance = nil
    }
}
