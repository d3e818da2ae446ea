import LineEditing
import Platform
import Session
import TerminalText

/// `!command`: the shell runs it.
enum ShellWord: LineWord {
    static let words: [String: String] = [:]

    static func request(_ line: String) -> LineRequest? {
        guard line.hasPrefix("!") else { return nil }
        let command = String(line.dropFirst())
        return .action { context throws(Failure) in
            guard command.contains(where: { !$0.isWhitespace }) else {
                throw Failure("there is no command behind the !", hint: "write !ls, for instance")
            }
            let status =
                context.editor?.lendTerminal { ShellCommand.run(command) }
                ?? ShellCommand.run(command)
            if status != 0 {
                let text: ShownText = "  the command ended with status \(status)"
                context.terminal.write("\(context.terminal.dim(text))\n")
            }
        }
    }
}
