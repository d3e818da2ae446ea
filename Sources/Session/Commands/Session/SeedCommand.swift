import Declarations

/// `seed [N]`
package enum SeedCommand: Command {
    package static let name = "seed"
    package static let group = CommandGroup.session
    package static let summary = "show or set the seed of all random numbers from here on"
    package static let examples = [
        Example(
            "seed 7", "the same statements give the same numbers from here on", setup: "",
            result: "  seed 7")
    ]

    private static let value = Parameter.optionalCount(
        "seed", in: 0...1 << 53, positional: true, "the new seed")

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
