import ArgumentParser

/// `lc check`: the name that `lc verify` had in version 1.0.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "The name that lc verify had.", shouldDisplay: false)

    @Argument(parsing: .captureForPassthrough, help: .hidden)
    var words: [String] = []

    func run() throws {
        Terminal().writeFailure(
            "lc check is called lc verify now", hint: "lc --check FILE.lc lists a script's errors")
        throw ExitCode(2)
    }
}
