import TerminalText

/// The colour of the terminal's background, which the colours of typed text are chosen by.
extension LineEditor {
    /// Asks the terminal once. Nobody waits for the answer: it comes among the keys.
    func askBackground() {
        guard configuration.takeBackground != nil, askedBackground == nil else { return }
        askedBackground = ContinuousClock.now
        input.expectBackground()
        screen.write(ShownText(.askBackground))
    }

    /// Takes an answer that has come.
    func noteBackground() {
        guard let colour = input.background() else { return }
        configuration.takeBackground?(colour)
        lastAppearance = nil
    }
}
