import Notebook
import Syntax

/// `run FILE.lc`
package enum RunCommand: Command {
    package static let name = "run"
    package static let group = CommandGroup.session
    package static let summary = "run a script in this session"
    package static let examples: [Example] = []

    private static let path = Parameter.required("path", .path, "an .lc file")

    package static let forms = [Form(nil, "", [path])]

    package static func run(_ call: Invocation, in session: Session) throws(Failure) -> Outcome {
        let source = try TextFile.read(session.expand(call[path]), parameter: "path")
        guard session.depth < 20 else {
            throw Failure("scripts run one another more than 20 deep", parameter: "path")
        }
        let script = Parser.parse(source)
        if let diagnostic = script.diagnostics.first(where: { $0.severity == .error }) {
            throw Failure(diagnostic.message, hint: diagnostic.hint, at: .elsewhere(diagnostic))
        }
        session.depth += 1
        defer { session.depth -= 1 }
        var last = Value.nothing
        for statement in script.statements {
            var interpreter = Interpreter(session: session, source: source)
            do throws(Failure) {
                last = try interpreter.runTopLevel(statement)
            } catch {
                throw located(error, statement, source)
            }
            if session.isFinished { break }
        }
        return Outcome(outputs: [], value: last)
    }

    private static func located(_ failure: Failure, _ statement: Statement, _ source: Source)
        -> Failure
    {
        var failure = failure
        if failure.culprit == .statement { failure.culprit = .range(statement.range) }
        guard case .range(let range) = failure.culprit else { return failure }
        return Failure(
            failure.message, hint: failure.hint,
            at: .elsewhere(Diagnostic(failure.message, hint: failure.hint, at: range, in: source)))
    }
}
