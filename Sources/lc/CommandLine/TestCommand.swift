import ArgumentParser
import Files
import Session

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
            that there is one. Files that the code writes are thrown away. A fence that begins ```lc error must fail, and ```lc skip is not run. \
            Where the data of <!-- lc: data=cifar10 else=digits --> are not at hand, load digits stands in for \
            load cifar10, and only fences that begin ```lc holds are compared. \
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

    func run() throws {
        machine.apply()
        Interrupt.endsProgram()
        let terminal = Terminal()
        var isGood = true
        for file in files {
            let source = try ReadableFile.read(file, terminal)
            let notes = try NotesRunner.notes(of: source, terminal)
            Interrupt.install()
            let aside = ThrowawayFiles()
            defer { aside.remove() }
            let runner = NotesRunner(source, notes, writes: .aside(aside))
            let results = runner.run()
            if Interrupt.isRequested { throw ExitCode(Interrupt.status) }
            var comparison = NotesComparison(
                file: file, notes: runner.notes, tolerance: tolerance, isUpdate: update,
                terminal: terminal)
            for result in results { comparison.add(result) }
            isGood = try comparison.finish() && isGood
        }
        if !isGood { throw ExitCode(1) }
    }
}
