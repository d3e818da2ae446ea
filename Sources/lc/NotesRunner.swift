import Notebook
import Plotting
import Session
import Syntax

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

    init(_ source: Source, seed: UInt64 = 1) {
        self.source = source
        notes = Notes(source.text, isMarkdown: Notes.isMarkdown(source.name))
        session = Session(
            environment: Environment(
                isInterrupted: { Interrupt.isRequested }, home: Terminal.variable("HOME"),
                seed: seed))
    }

    /// Runs everything, each piece as a cell, until one fails that should not.
    func run() -> [Result] {
        var results: [Result] = []
        for code in notes.codes {
            var error: Diagnostic?
            session.run(cell: Source(name: source.name, text: notes.text(of: code))) {
                error = error ?? $0.error
            }
            guard let cell = session.notebook.last else { break }
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
        let notes = Notes(source.text, isMarkdown: true)
        var status: Int32 = 0
        for code in notes.codes {
            let text = Source(name: source.name, text: notes.text(of: code))
            var failed = false
            session.run(cell: text) { result in
                if options.json { terminal.write(JSONLine.text(result) + "\n") }
                guard let error = result.error else { return }
                failed = true
                if !options.json { report(error) }
            }
            if Interrupt.wasRequested { return 130 }
            if failed, !code.expectsError {
                status = 1
                if !options.keepGoing { break }
            }
            if session.isFinished { break }
        }
        return status
    }
}
