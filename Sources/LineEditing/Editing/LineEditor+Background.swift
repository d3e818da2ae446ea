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
    func awaitAnswers(within limit: Duration) {
        if let asked = askedBackground { input.awaitAnswers(until: asked + limit) }
    }

    /// The same before another program runs: half a second more where a slow line has brought nothing for one, and
    /// only once.
    func awaitAnswers() {
        guard let asked = askedBackground else { return }
        input.awaitAnswers(until: max(asked + .seconds(1), input.now + .milliseconds(500)))
        input.awaitNoMore()
    }

    /// Takes an answer that has come.
    func noteBackground() {
        guard let colour = input.background() else { return }
        configuration.takeBackground?(colour)
        lastAppearance = nil
    }
}
