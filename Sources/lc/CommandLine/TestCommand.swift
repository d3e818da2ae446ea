import ArgumentParser
import Notebook
import Session
import Syntax
import TerminalText

/// `lc test NOTES.md …`: whether notes still show what they say.
struct TestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: "Run notes and compare what they show with what they say.",
        discussion: """
            Behind its code the file has what it shows: output and plot fences in Markdown, #> comments \
            in a script; --update writes them. Numbers may differ by the tolerance, relative: \
            --tolerance, or <!-- lc: tolerance=1e-3 --> in the file (# lc: tolerance=1e-3 in a script), \
            or a fence that begins ```lc tolerance=1e-3. Times are not compared, and of pictures only \
            that there is one. A fence that begins ```lc error must fail, and ```lc skip is not run. \
            The exit status is 1 when something differs.
            """)

    @ArgumentParser.Argument(
        help: "Markdown with lc fences, or scripts with #> comments.", completion: .file())
    var files: [String]

    @Option(help: "How much numbers may differ where the file does not say, relative.")
    var tolerance = 1e-6

    @Flag(help: "Write what is shown now into the files.")
    var update = false

    @OptionGroup var machine: MachineOptions

    func validate() throws {
        guard tolerance >= 0 else {
            throw ValidationError("--tolerance takes a number from 0 on, such as 1e-3.")
        }
    }

    mutating func run() throws {
        machine.apply()
        Interrupt.install()
        let terminal = Terminal()
        var isGood = true
        for file in files {
            let runner = try NotesRunner(ReadableFile.read(file, terminal), terminal)
            let results = runner.run()
            if Interrupt.isRequested { throw ExitCode(130) }
            isGood = try judge(file, runner, results, terminal) && isGood
        }
        if !isGood { throw ExitCode(1) }
    }

    private func judge(
        _ file: String, _ runner: NotesRunner, _ results: [NotesRunner.Result], _ terminal: Terminal
    ) throws -> Bool {
        var isGood = true
        var changed: [(code: Notes.Code, outputs: [RecordedOutput])] = []
        var compared = 0
        for result in results where !result.code.isSkipped {
            if let error = result.error, !result.code.expectsError {
                terminal.writeError(terminal.renderer(showsLocation: true).render(error))
                isGood = false
                continue
            }
            let line = result.code.lines.lowerBound + 1
            if result.error == nil, result.code.expectsError {
                say("\(file):\(line): error: this was to fail, and did not", terminal)
                isGood = false
            }
            let found = RecordedOutput.of(result.cell)
            guard let recorded = result.code.recorded else {
                if !found.isEmpty { changed.append((result.code, found)) }
                continue
            }
            compared += 1
            let differences = Transcript.differences(
                recorded, found,
                tolerance: result.code.tolerance ?? runner.notes.tolerance ?? tolerance)
            guard !differences.isEmpty else { continue }
            changed.append((result.code, found))
            guard !update else { continue }
            isGood = false
            say("\(file):\(line): error: this shows something else now", terminal)
            for difference in differences {
                if let text = difference.expected { say("  - \(text)", terminal) }
                if let text = difference.found { say("  + \(text)", terminal) }
            }
        }
        guard isGood else { return false }
        if update, !changed.isEmpty {
            try WrittenFile.write(runner.notes.text(replacing: changed), to: file, terminal)
            let count = changed.count == 1 ? "1 output" : "\(changed.count) outputs"
            terminal.write("\(file): \(count) written\n")
        } else if compared == 0 {
            say("\(file): error: it says nowhere what it shows; --update writes it down", terminal)
            return false
        } else {
            terminal.write(
                "\(file): "
                    + (compared == 1
                        ? "1 output is as it says\n" : "\(compared) outputs are as they say\n"))
        }
        return true
    }

    /// What notes hold may be anything, and acts on no terminal.
    private func say(_ text: String, _ terminal: Terminal) {
        terminal.writeError(TerminalText.printable(text))
    }
}
