import ArgumentParser
import Notebook
import Session
import Syntax

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Chooses a mode: a session, a script, `-c`, standard input, or `--check`.
@main
struct LC: ParsableCommand {
    static let version = "1.0.0"
    static let configuration = CommandConfiguration(
        commandName: "lc", abstract: "Linear classifiers, one command at a time.",
        usage: """
            lc [OPTIONS] [FILE.lc | NOTES.md | - | -c STATEMENTS] [ARGUMENTS]
            lc weave NOTES.md -o FILE.html|.md|.ipynb|.json
            lc test NOTES.md|FILE.lc … [--update]
            lc check FILE.lc
            """,
        discussion: "Without a script, lc begins a session; type help there.", version: version)

    /// What the first word may be instead of a script's name.
    private static let tools: [String: any ParsableCommand.Type] = [
        "check": CheckCommand.self, "weave": WeaveCommand.self, "test": TestCommand.self,
    ]

    @OptionGroup var options: Options

    static func main() {
        let words = CommandLine.arguments.dropFirst()
        let tool = words.first.flatMap { tools[$0] }
        do {
            if let tool {
                var command = try tool.parse(Array(words.dropFirst()))
                try command.run()
                return
            }
            let command = try parseAsRoot()
            guard var command = command as? LC else {
                var other = command
                try other.run()
                return
            }
            try command.run()
        } catch let code as ExitCode {
            leave(code.rawValue)
        } catch {
            let isHelp = exitCode(for: error) == .success
            let message = tool?.fullMessage(for: error) ?? fullMessage(for: error)
            if isHelp { Terminal().write(message + "\n") } else { Terminal().writeError(message) }
            leave(isHelp ? 0 : 2)
        }
    }

    mutating func run() throws {
        options.machine.apply()
        let terminal = Terminal()
        let runner = Runner(options: options, terminal: terminal)
        let isSession =
            options.command == nil && options.script == nil && !options.paste && isatty(0) == 1
            && isatty(1) == 1
        if isSession {
            throw ExitCode(REPL(runner: runner).run())
        }
        Interrupt.install()
        let source: Source
        do throws(Failure) {
            source = try self.source(runner)
        } catch {
            terminal.writeError(
                "lc: error: \(error.message)" + (error.hint.map { " (\($0))" } ?? ""))
            throw ExitCode(2)
        }
        if Notes.isMarkdown(source.name), !options.check {
            throw ExitCode(runner.run(notes: source))
        }
        if Notes.isMarkdown(source.name), !options.paste {
            let script = Notes(source.text, isMarkdown: true).script
            throw ExitCode(runner.check(Source(name: source.name, text: script)))
        }
        throw ExitCode(options.check ? runner.check(source) : runner.run(source))
    }

    private func source(_ runner: Runner) throws(Failure) -> Source {
        if let text = options.command { return Source(name: "-c", text: text) }
        let path = options.script.flatMap { $0 == "-" ? nil : $0 }
        if let path, !options.paste { return try TextFile.read(path) }
        let copied = try CopiedText.read(path)
        if let line = copied.brokenLine {
            runner.terminal.writeError(
                "lc: warning: \(copied.name):\(line): not UTF-8, UTF-16 or CP949; � stands for what is no text"
            )
        }
        return Source(name: copied.name, text: runner.normalize(copied.text).text)
    }
}

/// `exit` by a name that does not collide with the command's own.
private func leave(_ status: Int32) -> Never { exit(status) }
