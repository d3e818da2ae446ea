import LineEditing
import Notebook
import Platform
import Session
import Syntax
import TerminalText

/// A session in a terminal: reads cells, runs them, and keeps their history.
struct REPL {
    let runner: Runner
    /// What the session begins with; nil for nothing.
    let beginning: String?
    let historyFile = StateFolder.make().map { HistoryFile($0 + "/history") }
    let lastScript = LastScript()

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
        defer { ShellWord.end() }
        let context = LineWordContext(terminal: runner.terminal, editor: reader as? LineEditor)
        runner.pager.reader = context.editor
        session.frontEnd.lineWords = LineWords.words
        session.frontEnd.history = { reader.entries.map(EntryOrigin.long) }
        if !runner.options.quiet {
            let text =
                "lc \(LC.version) · linear classifiers, one command at a time · help, tour, quit"
            runner.terminal.write(
                "\(DisplayLines.make(text, columns: runner.terminal.columns))\n\n")
        }
        if let problem = StateFolder.problem ?? historyFile?.problem {
            runner.terminal.writeError("lc: warning: \(problem)")
        }
        if !runner.options.noInit { StartupFile.run(runner, context) }
        JournalFolder.begin(session, runner.terminal)
        defer { session.recovery.journal?.end() }
        if let beginning {
            let prompt = "[\(session.nextCell)] lc> \(beginning)"
            sayDim(DisplayLines.make(prompt, columns: runner.terminal.columns))
            run(beginning, as: beginning, reader)
        }
        while !session.isFinished {
            let draft = session.frontEnd.draft
            session.frontEnd.draft = nil
            switch reader.readCell(prompt: "[\(session.nextCell)] lc> ", draft: draft) {
            case .interrupted: Interrupt.reset()
            case .endOfInput: return 0
            case .text(let text):
                switch lineRequest(text, reader) {
                case .leave?:
                    keep(text, reader)
                    return 0
                case .action(let act)?:
                    if !reader.tookPaste { keep(text, reader) }
                    runner.perform(act, context)
                case .statement(let statement)?: run(statement, as: text, reader)
                case nil: run(text, as: text, reader)
                }
            }
        }
        return 0
    }

    /// The line editor, or on a terminal that can only print the terminal itself; nil where libedit
    /// cannot use the terminal.
    private func makeReader() -> (any CellReader)? {
        let configuration = configuration
        return runner.terminal.isPlain
            ? PlainLineReader(configuration) : LineEditor(configuration)
    }

    /// What a line asks for that is no statement. A paste runs no command of the shell, and neither does
    /// what is not typed in some other way.
    private func lineRequest(_ text: String, _ reader: any CellReader) -> LineRequest? {
        guard let request = LineWords.request(text, in: runner.session) else { return nil }
        if case .statement = request { return request }
        guard reader.tookPaste else { return request }
        return .action { _ throws(Failure) in
            throw Failure(
                "a pasted line runs no command of the shell, and does not leave",
                hint: "type it instead")
        }
    }

    /// Keeps a line in the history. One that begins with a space is nobody's business later.
    private func keep(_ typed: String, _ reader: any CellReader, cell: Int? = nil) {
        guard !typed.hasPrefix(" ") else { return }
        let entry = HistoryEntry(typed, time: Clock.now, folder: CurrentProcess.folder, cell: cell)
        reader.remember(entry)
        historyFile?.append(entry)
    }

    /// Runs statements for what was typed.
    private func run(_ text: String, as typed: String, _ reader: any CellReader) {
        guard typed.contains(where: { !$0.isWhitespace }) else { return }
        // A Ctrl-C that came while the line was typed is not meant for it.
        Interrupt.reset()
        keep(typed, reader, cell: runner.session.nextCell)
        let repaired = runner.session.normalizer.repair(text)
        say(repaired)
        let script = lastScript.parse(repaired.text, cell: runner.session.nextCell)
        let isBlock = script.statements.count > 1 && repaired.text.contains("\n")
        defer { if let note = Remarks.habit(in: script) { sayDim("  \(note)") } }
        let work = LongWork(runner.pager.reader, runner.terminal.features)
        let rest = runner.run(cell: script, showsStatements: isBlock)
        work?.end(typed, runner.terminal)
        if runner.terminal.features.isWindow {
            runner.terminal.write(ShownText(.outputEnd(status: rest == nil ? 0 : 1)))
        }
        guard let rest else { return }
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
}
