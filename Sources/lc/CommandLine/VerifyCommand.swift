import ArgumentParser
import Files
import Platform
import Session
import Syntax
import TerminalText

/// `lc verify FILE.lc`: repeats a saved session and compares its numbers.
struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Repeat a saved session and compare every number.")

    @ArgumentParser.Argument(help: "A script that save FILE.lc wrote.", completion: .file())
    var script: String

    @OptionGroup var machine: MachineOptions

    func run() throws {
        machine.apply()
        Interrupt.endsProgram()
        let terminal = Terminal()
        let source = try ReadableFile.read(script, terminal)
        let script = Parser.parse(source)
        Interrupt.install()
        // What a session wrote once, its repetition does not write over.
        let aside = ThrowawayFiles()
        defer { aside.remove() }
        let session = Session(
            environment: Environment(
                isInterrupted: { Interrupt.isRequested }, home: CurrentProcess.variable("HOME"),
                writes: .aside(aside)))
        let renderer = terminal.renderer(showsLocation: true)
        var compared = 0
        for diagnostic in script.diagnostics where diagnostic.severity == .error {
            terminal.writeError(renderer.render(diagnostic))
            throw ExitCode(1)
        }
        for statement in script.statements {
            let result = session.run(statement: statement, of: source)
            if let error = result.error {
                terminal.writeError(renderer.render(error))
                throw ExitCode(1)
            }
            if result.isInterrupted { throw ExitCode(Interrupt.status) }
            if let difference = SavedSession.difference(
                after: statement, of: source, value: result.value, state: session.state)
            {
                terminal.writeError(
                    """
                    \(source.name):\(difference.line): error: \(difference.name) is \
                    \(difference.replayed), and was \(difference.saved)
                    """)
                throw ExitCode(1)
            }
            compared += SavedSession.numberCount(after: statement, of: source)
        }
        guard compared > 0 else {
            terminal.writeError(
                "\(self.script): error: it has no numbers to compare; save FILE.lc writes them")
            throw ExitCode(1)
        }
        let verdict = compared == 1 ? "1 number is" : "\(compared) numbers are"
        terminal.write("\(self.script): \(verdict) the same\n")
    }
}
