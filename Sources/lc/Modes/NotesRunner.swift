import ArgumentParser
import Notebook
import Platform
import Session
import Syntax
import TerminalText

/// Runs the code of notes in a session of its own and shows nothing.
struct NotesRunner {
    let source: Source
    let notes: Notes
    let session: Session

    /// What one piece of code came to.
    struct Result {
        let code: Notes.Code
        let cell: Cell
        let error: Diagnostic?
    }

    /// The notes that a file holds.
    ///
    /// - Throws: status 1 for notes with a setting that cannot be meant, after saying so.
    static func notes(of source: Source, _ terminal: Terminal) throws -> Notes {
        let notes = Notes(source.text, isMarkdown: Notes.isMarkdown(source.name))
        if let problem = notes.problem {
            terminal.writeError(
                "\(source.name):\(problem.line): error: \(problem.message)")
            throw ExitCode(1)
        }
        return notes.withDataAtHand(terminal)
    }

    init(_ source: Source, _ notes: Notes, writes: WritePolicy) {
        self.source = source
        self.notes = notes
        session = Session(
            environment: Environment(
                isInterrupted: { Interrupt.isRequested }, home: CurrentProcess.variable("HOME"),
                seed: notes.seed ?? 1, writes: writes))
    }

    /// Runs everything, each piece as a cell, until one fails that should not.
    func run() -> [Result] {
        var results: [Result] = []
        for code in notes.codes {
            var error: Diagnostic?
            var text = Source(code, of: notes, name: source.name)
            if notes.isMarkdown { text = session.mended(text).source }
            if code.isSkipped {
                let recorded = code.recorded ?? []
                session.skip(
                    cell: text, outputs: recorded.map { .text($0.lines.joined(separator: "\n")) })
            } else {
                session.run(cell: text) { error = error ?? $0.error }
            }
            guard let cell = session.lastCell else { break }
            results.append(Result(code: code, cell: cell, error: error))
            if session.isFinished || Interrupt.isRequested { break }
            if error != nil, !code.expectsError { break }
        }
        return results
    }
}

extension Runner {
    /// Runs notes and shows what comes of them; gives the exit status.
    func run(notes source: Source) -> Int32 {
        let notes = Notes(source.text, isMarkdown: true).withDataAtHand(terminal)
        // A seed on the command line comes before the notes' own.
        if options.seed == 1, let seed = notes.seed { session.begin(seed: seed) }
        var status: Int32 = 0
        Interrupt.install()
        for code in notes.codes {
            let (text, summary) = session.mended(Source(code, of: notes, name: source.name))
            if let summary, !options.quiet {
                let place = "\(source.name):\(code.lines.lowerBound + 1)"
                terminal.writeError(
                    terminal.dimError("  \(place): \(summary)"))
            }
            var failed = false
            if code.isSkipped {
                session.skip(cell: text, outputs: [])
                continue
            }
            session.run(cell: text) { result in
                if options.json { showJSON(result) }
                guard let error = result.error else { return }
                failed = true
                if !options.json { report(error) }
            }
            if Interrupt.wasRequested { return Interrupt.status }
            if failed, !code.expectsError {
                status = 1
                if !options.keepGoing { break }
            }
            if session.isFinished { break }
        }
        return status
    }
}
