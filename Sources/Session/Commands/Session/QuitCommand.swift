/// `quit`
package enum QuitCommand: Command {
    package static let name = "quit"
    package static let group = CommandGroup.session
    package static let isRisky = true
    package static let summary = "leave lc"
    package static let examples = [Example("quit", "as Ctrl-D does", setup: "", result: "")]
    package static let forms = [Form()]

    package static func run(_ call: Invocation, in session: Session) throws(Failure) -> Outcome {
        session.isFinished = true
        return Outcome(outputs: [])
    }
}
