import LineEditing
import Notebook
import Session
import Syntax
import TerminalText

/// A session in a terminal: reads cells, runs them, and keeps their history.
struct REPL {
    let runner: Runner
    /// What the session begins with; nil for nothing.
    let beginning: String?
    private let historyFile = StateFolder.make().map { HistoryFile($0 + "/history") }
    private let lastScript = LastScript()

    /// Runs until `quit` or Ctrl-D; gives the exit status.
    func run() -> Int32 {
        Interrupt.install()
        let session = runner.session
        guard let reader = makeReader() else {
            runner.terminal.writeError(
                "lc: error: the terminal cannot be set up; run a script with lc FILE.lc")
            return 1
        }
        defer { reader.close() }
        runner.pager.reader = reader as? LineEditor
        session.frontEnd.history = { reader.entries }
        session.frontEnd.topics["keys"] = KeyHelp.text
        if !runner.options.quiet {
            let text =
                "lc \(LC.version) · linear classifiers, one command at a time · help, tour, quit"
            runner.terminal.write(
                "\(DisplayLines.make(text, columns: runner.terminal.columns))\n\n")
        }
        if let problem = StateFolder.problem ?? historyFile?.problem {
            runner.terminal.writeError("lc: warning: \(problem)")
        }
        JournalFolder.begin(session, runner.terminal)
        defer { session.recovery.journal?.end() }
        if let beginning {
            let prompt = "[\(session.nextCell)] lc> \(beginning)"
            sayDim(DisplayLines.make(prompt, columns: runner.terminal.columns))
            run(beginning, reader)
        }
        while !session.isFinished {
            let draft = session.frontEnd.draft
            session.frontEnd.draft = nil
            switch reader.readCell(prompt: "[\(session.nextCell)] lc> ", draft: draft) {
            case .interrupted: Interrupt.reset()
            case .endOfInput: return 0
            case .text(let text): run(text, reader)
            }
        }
        return 0
    }

    /// The line editor, or on a terminal that can only print the terminal itself; nil where libedit
    /// cannot use the terminal.
    private func makeReader() -> (any CellReader)? {
        runner.terminal.isPlain ? PlainLineReader(configuration) : LineEditor(configuration)
    }

    private func run(_ typed: String, _ reader: any CellReader) {
        guard typed.contains(where: { !$0.isWhitespace }) else { return }
        // A Ctrl-C that came while the line was typed is not meant for it.
        Interrupt.reset()
        // A line that begins with a space is nobody's business later.
        if !typed.hasPrefix(" ") {
            reader.remember(typed)
            historyFile?.append(typed)
        }
        let repaired = runner.session.normalizer.repair(typed)
        say(repaired)
        let script = lastScript.parse(repaired.text, cell: runner.session.nextCell)
        let isBlock = script.statements.count > 1 && repaired.text.contains("\n")
        guard let rest = runner.run(cell: script, showsStatements: isBlock) else { return }
        reader.dropSuggestion(typed)
        // What was typed ahead is not meant for it.
        guard script.statements.count > 1, !reader.isTypedAhead else { return }
        runner.session.frontEnd.draft = rest
        sayDim("  what was not done is on the line again; Ctrl-C clears it")
    }

    private func say(_ result: Normalizer.Result) {
        let columns = runner.terminal.columns
        for warning in result.warnings {
            runner.terminal.writeError(DisplayLines.make("  " + warning, columns: columns))
        }
        guard let summary = result.summary, !runner.options.quiet else { return }
        let text = DisplayLines.make("  read as meant: \(summary)", columns: columns)
        sayDim(text)
    }

    private func sayDim(_ text: ShownText) {
        runner.terminal.write("\(runner.terminal.dim(text))\n")
    }

    private var configuration: EditorConfiguration {
        let session = runner.session
        return EditorConfiguration(
            isComplete: { text in
                !lastScript.parse(text, cell: session.nextCell).isIncomplete
            },
            completions: { before in CompletionList.make(before, session) },
            suggestion: { before in
                Completion.suggestion(for: before, in: session).map {
                    Suggestion(text: $0.text, note: $0.note)
                }
            },
            clean: { paste, before in PasteReview(paste, after: before, session).cleaned },
            history: historyFile?.entries() ?? [])
    }
}
