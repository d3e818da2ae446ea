/// `reset`
package enum ResetCommand: Command {
    package static let name = "reset"
    package static let group = CommandGroup.session
    package static let isRisky = true
    package static let summary = "forget data, weights, runs and variables"
    package static let examples = [
        Example("reset", "as at the start", result: "  everything is forgotten")
    ]
    package static let forms = [Form()]

    package static func run(_ call: Invocation, in session: Session) throws(Failure) -> Outcome {
        let seed = session.state.seed
        session.state = SessionState()
        session.state.seed = seed
        session.state.firstSeed = seed
        return Outcome("  everything is forgotten", record: [:])
    }
}
