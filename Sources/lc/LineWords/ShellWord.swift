import LineEditing
import Platform
import Session
import Synchronization
import TerminalText

/// `!command`: the shell runs it; `!!` runs the last one again, and `fg` has one go on that has stopped.
enum ShellWord: LineWord {
    static let words = ["fg": "have a !command go on that has stopped"]

    /// The last command, and the processes that have stopped.
    private static let known = Mutex<(last: String?, stopped: [Int])>((nil, []))

    static func request(_ line: String) -> LineRequest? {
        if line == "fg" {
            return .action { context throws(Failure) in
                guard let process = known.withLock({ $0.stopped.popLast() }) else {
                    throw Failure("no command of ! has stopped", hint: "!command runs one")
                }
                show(lend(context) { ShellCommand.goOn(process) }, context)
            }
        }
        guard line.hasPrefix("!") else { return nil }
        let typed = String(line.dropFirst())
        return .action { context throws(Failure) in
            let command = try command(typed, context)
            show(lend(context) { ShellCommand.start(command) }, context)
        }
    }

    /// The session ends, and with it the commands that have stopped.
    static func end() { known.withLock { $0.stopped.forEach(ShellCommand.hangUp) } }

    /// What is typed behind the `!`, with the last command in place of a second one.
    private static func command(_ typed: String, _ context: LineWordContext) throws(Failure)
        -> String
    {
        guard typed.contains(where: { !$0.isWhitespace }) else {
            throw Failure("there is no command behind the !", hint: "write !ls, for instance")
        }
        var command = typed
        if typed.hasPrefix("!") {
            guard let last = known.withLock({ $0.last }) else {
                throw Failure("there was no command before", hint: "write !ls, for instance")
            }
            command = last + typed.dropFirst()
            context.terminal.write("\(context.terminal.dim("  !\(command)"))\n")
        }
        known.withLock { $0.last = command }
        return command
    }

    private static func lend(_ context: LineWordContext, _ body: () -> ShellCommand.End)
        -> ShellCommand.End
    {
        context.editor?.lendTerminal(body) ?? body()
    }

    private static func show(_ end: ShellCommand.End, _ context: LineWordContext) {
        switch end {
        case .status(0): break
        case .status(let status):
            say("  the command ended with status \(status)", context)
        case .stopped(let process):
            known.withLock { $0.stopped.append(process) }
            say("  the command has stopped; fg has it go on", context)
        }
    }

    private static func say(_ text: ShownText, _ context: LineWordContext) {
        context.terminal.write("\(context.terminal.dim(text))\n")
    }
}
