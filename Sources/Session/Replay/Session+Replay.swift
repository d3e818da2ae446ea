import Platform
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
        let outer = isOfSavedSession
        isOfSavedSession = outer || SavedSession.isSaved(source)
        defer {
            (depth, isOfSavedSession) = (depth - 1, outer)
            if script.statements.count > 10_000, Abandonment.isRequested {
                LateRelease.free(script)
            }
        }
        var last = Value.nothing
        for statement in script.statements {
            last = try replay(statement, of: source, isStepwise: isStepwise)
            if last != .nothing { (cells.lastValue, running.isResultOwn) = (last, true) }
            if isFinished { break }
        }
        return last
    }

    private func replay(_ statement: Statement, of source: Source, isStepwise: Bool)
        throws(Failure) -> Value
    {
        let before = state
        var outer = running
        running = outer.nested(resultBefore: cells.lastValue)
        defer {
            outer.add(running)
            running = outer
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
        if !statement.isReplay || running.trail.isEmpty {
            running.trail =
                running.isChanged
                ? entries(statement, of: source, value: value, before: before) : []
        }
        if isStepwise, running.isChanged {
            state.log.append(running.trail)
            timeline.add(
                before, source: source.text(in: statement.range), after: state,
                replacedBytes: running.replacedBytes)
        }
        return value
    }
}
