import ArgumentParser

/// The command line of `lc` as help and completion scripts show it: options and subcommands of one
/// command. Only `LC` reads a command line, because the argument parser would take the name of a
/// subcommand for that of a script here.
struct ShownCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lc", abstract: LC.abstract, usage: LC.usage,
        discussion: """
            Without a script, lc begins a session; type help there. The file - is standard input, and a \
            script finds the ARGUMENTS in args.
            """,
        version: LC.version, subcommands: LC.subcommands)

    @OptionGroup var options: RunOptions

    /// What is shown where the argument parser would show a message about `LC`.
    static func message(insteadOf message: String) -> String {
        if message == LC.helpMessage() { return helpMessage() }
        let shell = CompletionShell.allCases.first { LC.completionScript(for: $0) == message }
        return shell.map(script) ?? message
    }

    /// A completion script, which offers files too: the generated ones offer them behind the names
    /// of subcommands alone.
    private static func script(for shell: CompletionShell) -> String {
        let script = completionScript(for: shell)
        return switch shell {
        case .bash:
            script.replacing("complete -o filenames", with: "complete -o default -o filenames")
        case .fish:
            script.replacing("complete -c 'lc' -f\n", with: "")
                .replacing("\"lc\" -eq 1' -fa", with: "\"lc\" -eq 1' -a")
        default:
            script.replacing(
                "subcommands && ret=0", with: "subcommands && ret=0\n        _files && ret=0")
        }
    }
}
