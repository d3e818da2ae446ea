import Syntax

extension Session {
    /// Runs the statements of another text inside the one that is running, and notes each that
    /// changed the state, so that a saved session repeats them and not the text.
    ///
    /// With `isStepwise` each can be undone by itself.
    ///
    /// - Returns: what the last one gave.
    /// - Throws: the first failure, with its place in that text.
    func replay(_ source: Source, isStepwise: Bool = false) throws(Failure) -> Value {
        guard depth < 20 else { throw Failure("scripts run one another more than 20 deep") }
        let script = Parser.parse(source)
        if let diagnostic = script.diagnostics.first(where: { $0.severity == .error }) {
            throw Failure(diagnostic.message, hint: diagnostic.hint, at: .elsewhere(diagnostic))
        }
        depth += 1
        defer { depth -= 1 }
        var last = Value.nothing
        for statement in script.statements {
            last = try replay(statement, of: source, isStepwise: isStepwise)
            if last != .nothing { (lastResult, isResultOwn) = (last, true) }
            if isFinished { break }
        }
        return last
    }

    private func replay(_ statement: Statement, of source: Source, isStepwise: Bool)
        throws(Failure) -> Value
    {
        let before = state
        let outer = (isChanged, pins, trail.count, isResultOwn, needsResult, resultBefore)
        (isChanged, pins, isResultOwn, needsResult) = (false, [], false, false)
        resultBefore = lastResult
        defer {
            let isTaken = needsResult || pins.contains { $0.name == "_" && $0.value != nil }
            (isChanged, pins, resultBefore) = (isChanged || outer.0, outer.1, outer.5)
            needsResult = outer.4 || isTaken && !outer.3
            isResultOwn = isResultOwn || outer.3
        }
        var interpreter = Interpreter(session: self, source: source)
        let value: Value
        do throws(Failure) {
            value = try interpreter.runTopLevel(statement)
        } catch {
            var failure = error
            if failure.culprit == .statement { failure.culprit = .range(statement.range) }
            throw failure.inside(source, unless: nil)
        }
        if !(statement.isReplay && trail.count > outer.2) {
            trail.removeSubrange(outer.2...)
            if isChanged {
                trail += entries(statement, of: source, value: value, before: before)
            }
        }
        if isStepwise, isChanged {
            state.log.append(trail[outer.2...])
            timeline.add(before, source: source.text(in: statement.range), after: state)
        }
        return value
    }
}

extension Statement {
    /// Whether it only runs statements of another text, which stand for it in a saved session.
    var isReplay: Bool {
        guard case .command(let call) = kind else { return false }
        return Commands.named(call.name.text)?.isReplay ?? false
    }

    /// The command that the statement is a call of.
    var commandName: String? {
        if case .command(let call) = kind { call.name.text } else { nil }
    }
}
