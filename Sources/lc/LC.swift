import ArgumentParser
import Platform
import TerminalText

/// The command line of `lc`: its subcommands, and the exit status of what it refuses.
@main
struct LC: ParsableCommand {
    static let version = "1.1.0"
    static let abstract = "Linear classifiers, one command at a time."
    static let usage = """
        lc [OPTIONS] [FILE.lc | NOTES.md | - | -c STATEMENTS] [ARGUMENTS]
        lc weave NOTES.md -o FILE.html|.md|.ipynb|.json
        lc test NOTES.md|FILE.lc … [--update]
        lc verify FILE.lc
        """
    static let subcommands: [any ParsableCommand.Type] = [
        WeaveCommand.self, TestCommand.self, VerifyCommand.self, CheckCommand.self,
    ]
    static let configuration = CommandConfiguration(
        commandName: "lc", abstract: abstract, usage: usage, version: version,
        subcommands: [RunCommand.self] + subcommands, defaultSubcommand: RunCommand.self)

    static func main() { SystemThread.run(stackSize: StackBudget.size) { begin() } }

    private static func begin() {
        StandardStream.keepNumbers()
        Interrupt.endsProgram()
        do {
            var command = try parseAsRoot()
            try command.run()
            end(.success)
        } catch let code as ExitCode {
            end(code)
        } catch {
            let terminal = Terminal()
            let message = fullMessage(for: error)
            if exitCode(for: error) == .success {
                terminal.write("\(ShownText(lines: ShownCommand.message(insteadOf: message)))\n")
                end(.success)
            }
            terminal.writeError(ShownText(lines: RepeatedWords.visible(in: message)))
            end(ExitCode(2))
        }
    }

    /// Ends the program; what could not be shown is no success. It frees nothing, which would take long
    /// after a long script.
    static func end(_ code: ExitCode) -> Never {
        exit(withError: code == .success && ShownOutput.hasFailed ? ExitCode(1) : code)
    }
}
