import Declarations

/// `seed [N]`
package enum SeedCommand: Command {
    package static let name = "seed"
    package static let group = CommandGroup.session
    package static let summary = "fix all randomness from here on"
    package static let examples = [
        Example("seed 7", "the same numbers follow each time", setup: "")
    ]

    private static let value = Parameter.optionalCount(
        "n", in: 0...1 << 53, positional: true, "the seed")

    package static let forms = [Form(nil, "", [value])]

    package static func run(_ call: Invocation, in session: Session) throws(Failure) -> Outcome {
        if let value = call[value] {
            session.state.seed = UInt64(value)
            session.state.draws = 0
        }
        return Outcome(
            "  seed \(session.state.seed)", record: ["seed": .number(Double(session.state.seed))])
    }
}
