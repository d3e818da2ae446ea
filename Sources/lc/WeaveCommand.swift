import ArgumentParser
import Datasets
import Notebook
import Session
import Syntax

/// `lc weave NOTES.md -o FILE`: notes with what their code shows.
struct WeaveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lc weave", abstract: "Run notes and put what they show into them.")

    @ArgumentParser.Argument(help: "Markdown with lc fences.")
    var notes: String

    @Option(name: .shortAndLong, help: "The file to write: .html, .md or .ipynb.")
    var output: String

    @OptionGroup var machine: MachineOptions

    mutating func run() throws {
        machine.apply()
        Interrupt.install()
        let terminal = Terminal()
        guard let exporter = Exporters.of(output) else {
            throw ValidationError("\(output) must end in .html, .md or .ipynb.")
        }
        let runner = NotesRunner(try ReadableFile.read(notes, terminal))
        let results = runner.run()
        if let last = results.last, let error = last.error, !last.code.expectsError {
            terminal.writeError(terminal.renderer(showsLocation: true).render(error))
            throw ExitCode(1)
        }
        let text =
            exporter.fileExtension == MarkdownExporter.fileExtension
            ? runner.notes.text(replacing: results.map { ($0.code, RecordedOutput.of($0.cell)) })
            : exporter.text(document(runner, results))
        try WrittenFile.write(text, to: output, terminal)
    }

    private func document(_ runner: NotesRunner, _ results: [NotesRunner.Result])
        -> NotebookDocument
    {
        let lines = runner.notes.lines
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
            title: heading ?? notes, seed: runner.session.state.firstSeed, blocks: blocks)
    }
}

/// Writes a whole file, or says in one sentence why not, with status 1.
enum WrittenFile {
    static func write(_ text: String, to path: String, _ terminal: Terminal) throws {
        do throws(DatasetError) {
            try AtomicFile.write(Array(text.utf8), to: path)
        } catch {
            terminal.writeError(
                "lc: error: \(error.message)" + (error.hint.map { " (\($0))" } ?? ""))
            throw ExitCode(1)
        }
    }
}
