import ArgumentParser
import LineEditing
import Notebook
import Numeric
import Platform
import Plotting
import Session
import Syntax
import TerminalText

/// Runs statements and shows what comes of them, as text or as JSON.
struct Runner {
    let options: RunOptions
    let terminal: Terminal
    let session: Session
    let pager: Pager
    private let progress: ProgressLine

    /// A runner for Markdown notes at a path, or with nil for anything else.
    init(options: RunOptions, notes: String?, arguments: [String], terminal: Terminal) {
        self.options = options
        self.terminal = terminal
        let progress = ProgressLine(terminal)
        self.progress = progress
        let pager = Pager(terminal)
        self.pager = pager
        let json = options.json
        let quiet = options.quiet
        var environment = Environment(
            isInterrupted: { Interrupt.isRequested }, isAbandoned: { Abandonment.isRequested },
            progress: { if !json, !quiet { progress.show($0) } },
            show: { output in
                progress.clear()
                if !json { pager.write { Runner.lines(output, terminal, columns: $0) } }
            },
            home: CurrentProcess.variable("HOME"), arguments: arguments, seed: options.seed,
            writes: notes.map(options.writing.policy(forNotes:)) ?? options.writing.policy,
            isQuiet: quiet)
        let folder = CurrentProcess.folder
        environment.movedFolder = {
            let now = CurrentProcess.folder
            return now == folder ? nil : now
        }
        session = Session(environment: environment)
        session.frontEnd.topics["keys"] = KeyHelp.text
    }

    private static func lines(_ output: Output, _ terminal: Terminal, columns: Int?) -> [ShownText]
    {
        switch output {
        case .text(let text): DisplayLines.list(text, columns: columns)
        case .figure(let figure):
            TerminalCanvas(terminal.style).draw(figure)
        }
    }

    // MARK: - Batch

    /// Runs a script; gives the exit status.
    func run(_ source: Source) -> Int32 {
        let script = Parser.parse(source)
        let errors = script.diagnostics.filter { $0.severity == .error }
        guard errors.isEmpty || options.keepGoing else {
            errors.forEach(report)
            return 1
        }
        errors.forEach(report)
        var status: Int32 = errors.isEmpty ? 0 : 1
        Interrupt.install()
        for statement in script.statements {
            let result = session.run(statement: statement, of: source)
            progress.clear()
            if options.json { showJSON(result) }
            if let error = result.error {
                if !options.json { report(error) }
                status = 1
                if !options.keepGoing { break }
            }
            if result.isInterrupted { LC.end(ExitCode(Interrupt.status)) }
            if session.isFinished { break }
        }
        return status
    }

    func showJSON(_ result: Session.StatementResult) {
        JSONLine.texts(result, isQuiet: options.quiet).forEach(terminal.write)
        if options.quiet { JSONLine.remarks(result).forEach(terminal.writeError) }
    }

    func report(_ diagnostic: Diagnostic) {
        progress.clear()
        if options.json, diagnostic.severity == .error {
            terminal.write(JSONLine.text(diagnostic))
        }
        terminal.writeError(terminal.renderer(showsLocation: true).render(diagnostic))
    }

    func check(_ source: Source) -> Int32 {
        let diagnostics = Checker.check(source)
        diagnostics.forEach {
            terminal.writeError(terminal.renderer(showsLocation: true).render($0))
        }
        return diagnostics.contains { $0.severity == .error } ? 1 : 0
    }

    // MARK: - A session

    /// Runs what was typed as one cell; `showsStatements` shows each above what comes of it.
    ///
    /// - Returns: the text of the statements that a failure left.
    func run(cell script: Script, showsStatements: Bool = false) -> String? {
        let source = script.source
        Interrupt.reset()
        var isInterrupted = false
        var waited = pager.waited
        let rest = session.run(
            cell: script,
            starting: { statement in
                waited = pager.waited
                pager.isOff = session.isShownWhole(statement)
                if showsStatements, !options.json {
                    terminal.write("\(terminal.dim(heading(source.text(in: statement.range))))\n")
                }
            }
        ) { result in
            progress.clear()
            isInterrupted = isInterrupted || result.isInterrupted
            if options.json {
                terminal.write(JSONLine.text(result))
            } else if let error = result.error {
                terminal.writeError(
                    terminal.renderer(showsLocation: error.source !== source).render(error))
            } else if result.isInterrupted {
                terminal.write("\(terminal.dim("  interrupted"))\n")
            } else if !result.value.saysItsTime {
                let seconds = result.seconds - (pager.waited - waited)
                if seconds > 0.1 {
                    terminal.write("\(terminal.dim("  \(NumberText.seconds(seconds))"))\n")
                }
            }
        }
        Interrupt.reset()
        guard let rest, !isInterrupted else { return nil }
        return source.text(in: SourceRange(rest, source.bytes.count))
    }

    /// A statement's first line, as it stands above its report.
    private func heading(_ statement: String) -> ShownText {
        let lines = statement.split(separator: "\n", omittingEmptySubsequences: true)
        let text = "› " + (lines.first.map(String.init) ?? "") + (lines.count > 1 ? " …" : "")
        return ShownText(
            TerminalText.prefix(TerminalText.clean(text), columns: terminal.columns))
    }
}

extension Value {
    /// Whether the report of this result has the seconds already.
    fileprivate var saysItsTime: Bool {
        if case .record(let record) = self { record["seconds"] != nil } else { false }
    }
}
