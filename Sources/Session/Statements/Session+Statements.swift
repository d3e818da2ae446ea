import Notebook
package import Syntax

extension Session {
    /// Runs one statement; when it fails, the state is as it was.
    func execute(_ statement: Statement, of source: Source, cell: Int) -> StatementResult {
        isOfSavedSession = SavedSession.isSaved(source)
        let before = state
        let clock = ContinuousClock()
        let begin = clock.now
        running = RunningStatement(statement, resultBefore: cells.lastValue)
        var value = Value.nothing
        var failure: Failure?
        do throws(Failure) {
            var interpreter = Interpreter(session: self, source: source)
            value = try interpreter.runTopLevel(statement)
            if environment.isAbandoned() { throw Failure.interrupted }
            if running.isChanged, !running.keepsTimeline {
                try remember(statement, of: source, value, before)
            }
            cells.keep(value)
        } catch {
            state = before
            cells.lastValue = running.resultBefore
            failure = environment.isAbandoned() ? Failure.interrupted : error
        }
        if let warning = running.warnings.text { show(.text(warning)) }
        return StatementResult(
            cell: cell, source: source.text(in: statement.range), value: value,
            outputs: running.outputs, seconds: (clock.now - begin).seconds,
            error: failure?.diagnostic(at: statement.range, in: source),
            isInterrupted: failure?.culprit == .interruption || environment.isInterrupted())
    }

    /// Notes a statement that changed the state, for `undo` and for saved sessions.
    private func remember(
        _ statement: Statement, of source: Source, _ value: Value, _ before: SessionState
    ) throws(Failure) {
        let isReplay = statement.isReplay && !running.trail.isEmpty
        let entries =
            isReplay ? running.trail : entries(statement, of: source, value: value, before: before)
        // What was given up is written out in part.
        if environment.isAbandoned() { throw Failure.interrupted }
        state.log.append(entries)
        timeline.add(
            before, source: source.text(in: statement.range), after: state,
            replacedBytes: running.replacedBytes)
    }

    /// Whether the running statement is a call of a command that nothing else surrounds.
    func isWholeStatement(_ command: String) -> Bool {
        depth == 0 && running.statement?.commandName == command
    }

    /// Whether a statement asks for something again, which nothing should cut.
    package func isShownWhole(_ statement: Statement) -> Bool {
        statement.commandName == LastCommand.name
    }
}

extension Statement {
    /// Whether it only runs statements of another text, which stand for it in a saved session.
    var isReplay: Bool {
        commandName.flatMap(Commands.named)?.isReplay ?? false
    }

    /// The command that the statement is a call of.
    var commandName: String? {
        if case .command(let call) = kind { call.name.text } else { nil }
    }
}

extension Failure {
    /// The failure with its place in a text; nil for an interruption, which is no mistake.
    func diagnostic(at statement: SourceRange, in source: Source) -> Diagnostic? {
        switch culprit {
        case .elsewhere(let diagnostic): diagnostic
        case .range(let range): Diagnostic(message, hint: hint, at: range, in: source)
        case .statement, .parameter: Diagnostic(message, hint: hint, at: statement, in: source)
        case .interruption: nil
        }
    }
}

extension Duration {
    package var seconds: Double {
        Double(components.seconds) + Double(components.attoseconds) * 1e-18
    }
}
