import ArgumentParser
import Notebook
import Session
import Syntax
import TerminalText

/// `lc`, `lc FILE.lc`, `lc DATA`, `lc -c STATEMENTS`, `lc -`: a session, a script, notes, data in a
/// session, or `--check`.
struct RunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Begin a session, or run a script or notes.",
        usage: LC.usage, shouldDisplay: false)

    @ArgumentParser.Argument(
        help: "A script to run, data to begin a session with, or - for standard input.",
        completion: .file())
    var script: String?

    @ArgumentParser.Argument(
        parsing: .captureForPassthrough, help: "Words that the script finds in args.")
    var arguments: [String] = []

    @OptionGroup var options: RunOptions

    func validate() throws {
        if options.command != nil, script != nil {
            throw ValidationError("Give a script or -c, not both.")
        }
    }

    func run() throws {
        var options = options
        // Copied text has no arguments: what stands behind its name is an option.
        if options.paste { options.takeFlags(arguments) }
        try run(options)
    }

    private func run(_ options: RunOptions) throws {
        options.machine.apply()
        let terminal = Terminal(isPlain: options.plain)
        let notes = options.paste ? nil : script.flatMap { Notes.isMarkdown($0) ? $0 : nil }
        let runner = Runner(
            options: options, notes: notes, arguments: arguments, terminal: terminal)
        let loads = options.paste ? nil : loading
        let isSession =
            options.command == nil && (script == nil || loads != nil && !options.check)
            && !options.paste && terminal.isConversation
        if isSession { throw ExitCode(REPL(runner: runner, beginning: loads).run()) }
        Interrupt.endsProgram()
        throw ExitCode(status(of: try source(runner), runner, options))
    }

    /// The statement that loads the data that were given in place of a script.
    private var loading: String? {
        script.flatMap { LoadCommand.statement(for: $0, mayBeFolder: true) }
    }

    private func status(of source: Source?, _ runner: Runner, _ options: RunOptions) -> Int32 {
        guard let source else { return 1 }
        if options.explain { return 0 }
        // Copied text is statements already, whatever its name.
        guard Notes.isMarkdown(source.name), !options.paste else {
            return options.check ? runner.check(source) : runner.run(source)
        }
        guard options.check else { return runner.run(notes: source) }
        let script = Notes(source.text, isMarkdown: true).script
        return runner.check(Source(name: source.name, text: script))
    }

    /// What is to run; nil when copied text was refused.
    private func source(_ runner: Runner) throws -> Source? {
        if let text = options.command { return Source(name: "-c", text: text) }
        if !options.paste, let text = loading {
            return Source(name: "-c", text: text)
        }
        let path = script.flatMap { $0 == "-" ? nil : $0 }
        if let path, !options.paste { return try ReadableFile.read(path, runner.terminal) }
        let copied = try ReadableFile.orStatus2(runner.terminal) { () throws(Failure) in
            try CopiedText.read(path)
        }
        if let line = copied.brokenLine {
            runner.terminal.writeError(
                "lc: warning: \(copied.name):\(line): not UTF-8, UTF-16 or CP949; � stands for what is no text"
            )
        }
        return PastedText(copied: copied, runner: runner).source()
    }
}
