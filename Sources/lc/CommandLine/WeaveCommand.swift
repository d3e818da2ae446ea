import ArgumentParser
import Notebook
import Session
import Syntax
import TerminalText

/// `lc weave NOTES.md -o FILE`: notes with what their code shows.
struct WeaveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "weave", abstract: "Run notes and put what they show into them.")

    @ArgumentParser.Argument(help: "Markdown with lc fences, or a script.", completion: .file())
    var notes: String

    @Option(
        name: .shortAndLong, help: "The file to write: .html, .md, .ipynb or .json.",
        completion: .file())
    var output: String

    @OptionGroup var machine: MachineOptions

    @OptionGroup var writing: WritingOptions

    func validate() throws {
        guard Exporters.of(output) != nil else {
            throw ValidationError("\(output) must end in .html, .md, .ipynb or .json.")
        }
    }

    func run() throws {
        machine.apply()
        Interrupt.endsProgram()
        let terminal = Terminal()
        guard let exporter = Exporters.of(output) else { throw ExitCode(2) }
        let source = try ReadableFile.read(notes, terminal)
        let runner = NotesRunner(
            source, try NotesRunner.notes(of: source, terminal),
            writes: writing.policy(forNotes: notes))
        Interrupt.install()
        let results = runner.run()
        if let last = results.last, let error = last.error, !last.code.expectsError {
            terminal.writeError(terminal.renderer(showsLocation: true).render(error))
            throw ExitCode(1)
        }
        if Interrupt.isRequested { throw ExitCode(Interrupt.status) }
        let isMarkdown =
            runner.notes.isMarkdown && exporter.fileExtension == MarkdownExporter.fileExtension
        let fresh = results.filter { !$0.code.isSkipped }
            .map { ($0.code, RecordedOutput.of($0.cell)) }
        let text =
            isMarkdown
            ? runner.notes.text(replacing: fresh) : exporter.text(document(runner, results))
        try WrittenFile.write(text, to: output, terminal)
        terminal.write("wrote \(output)\n")
    }

    private func document(_ runner: NotesRunner, _ results: [NotesRunner.Result])
        -> NotebookDocument
    {
        let lines = runner.notes.lines
        guard runner.notes.isMarkdown else {
            return NotebookDocument(
                title: notes, seed: runner.session.environment.seed, cells: results.map(\.cell))
        }
        var blocks: [NotebookDocument.Block] = []
        var place = 0
        for result in results {
            // A fence's own line stands before its code, and its closing one behind.
            let prose = lines[place..<max(place, result.code.lines.lowerBound - 1)]
            if prose.contains(where: { !$0.isEmpty }) {
                blocks.append(.prose(prose.joined(separator: "\n")))
            }
            blocks.append(.cell(result.cell))
            place = max(result.code.recordedLines.upperBound, result.code.lines.upperBound)
        }
        if lines[place...].contains(where: { !$0.isEmpty }) {
            blocks.append(.prose(lines[place...].joined(separator: "\n")))
        }
        let heading = lines.first { $0.hasPrefix("# ") }.map { String($0.dropFirst(2)) }
        return NotebookDocument(
            title: heading ?? notes, seed: runner.session.environment.seed, blocks: blocks)
    }
}
