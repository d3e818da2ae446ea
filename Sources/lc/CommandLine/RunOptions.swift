import ArgumentParser

/// The options of `lc` where no subcommand is named.
struct RunOptions: ParsableArguments {
    @Option(name: [.customShort("c"), .customLong("command")], help: "Run these statements.")
    var command: String?

    @Flag(help: "List all errors of the script without running it.")
    var check = false

    @Flag(
        help: "Take FILE as copied text: notes, the text of a PDF, a transcript, a chat message.")
    var paste = false

    @Flag(help: "With --paste: print what each line is taken for, and why, and run nothing.")
    var explain = false

    @Flag(help: "Print one JSON object a statement.")
    var json = false

    @Option(help: "The seed of all randomness.")
    var seed: UInt64 = 1

    @OptionGroup var machine: MachineOptions

    @OptionGroup var writing: WritingOptions

    @Flag(name: .shortAndLong, help: "Show no reports and no progress, only what print prints.")
    var quiet = false

    @Flag(help: "Do not run $XDG_CONFIG_HOME/lc/init.lc when a session begins.")
    var noInit = false
    @Flag(help: "Plain lines: nothing is drawn again, for screen readers and slow terminals.")
    var plain = false
    @Flag(help: "Go on after a statement that failed.")
    var keepGoing = false

    func validate() throws {
        guard paste || !explain else { throw ValidationError("--explain needs --paste.") }
        guard seed <= 1 << 53 else { throw ValidationError("--seed takes a number up to 2^53.") }
    }
}

extension RunOptions {
    /// Takes the flags among words that stand behind the name of a file.
    mutating func takeFlags(_ words: [String]) {
        for word in words {
            switch word {
            case "--explain": explain = true
            case "--json": json = true
            case "--check": check = true
            case "--keep-going": keepGoing = true
            case "-q", "--quiet": quiet = true
            default: break
            }
        }
    }
}
