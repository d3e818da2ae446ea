import ArgumentParser
import Notebook
import Session
import Syntax

/// `lc test NOTES.md …`: whether notes still show what they say.
struct TestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lc test",
        abstract: "Run notes and compare what they show with what they say.",
        discussion: """
            Numbers may differ by the tolerance, relative: --tolerance, or <!-- lc: tolerance=1e-3 --> \
            in the file, or a fence that begins ```lc tolerance=1e-3. Times are not compared, and of \
            pictures only that there is one. A fence that begins ```lc error must fail.
            """)

    @ArgumentParser.Argument(help: "Markdown with lc fences, or scripts with #> comments.")
    var files: [String]

    @Option(help: "How much numbers may differ where the file does not say, relative.")
    var tolerance = 1e-6

    @Flag(help: "Write what is shown now into the files.")
    var update = false

    @OptionGroup var machine: MachineOptions

    mutating func run() throws {
        machine.apply()
        Interrupt.install()
        let terminal = Terminal()
        var isGood = true
        for file in files {
            let runner = NotesRunner(try ReadableFile.read(file, terminal))
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
        for result in results {
            if let error = result.error, !result.code.expectsError {
                terminal.writeError(terminal.renderer(showsLocation: true).render(error))
                isGood = false
                continue
            }
            let line = result.code.lines.lowerBound + 1
            if result.error == nil, result.code.expectsError {
                terminal.writeError("\(file):\(line): error: this was to fail, and did not")
                isGood = false
            }
            let found = RecordedOutput.of(result.cell)
            guard let recorded = result.code.recorded else {
                if runner.notes.isMarkdown, !found.isEmpty { changed.append((result.code, found)) }
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
            terminal.writeError("\(file):\(line): error: this shows something else now")
            for difference in differences {
                if let text = difference.expected { terminal.writeError("  - \(text)") }
                if let text = difference.found { terminal.writeError("  + \(text)") }
            }
        }
        if update, isGood, !changed.isEmpty {
            try WrittenFile.write(runner.notes.text(replacing: changed), to: file, terminal)
            terminal.write("\(file): \(changed.count) outputs written\n")
        } else if isGood {
            terminal.write("\(file): \(compared) outputs are as they say\n")
        }
        return isGood
    }
}
