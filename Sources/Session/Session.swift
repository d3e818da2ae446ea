package import Learning
package import Notebook
package import Syntax

/// A running notebook: its state, its cells, and the interpreter's way in.
///
/// Used from one thread. The front end gives it texts and shows what comes out.
package final class Session {
    package var state = SessionState()
    package private(set) var cells: [Cell] = []
    /// The last value of each cell, for `_` and `out[n]`.
    package private(set) var results: [Int: Value] = [:]
    package private(set) var lastResult: Value = .nothing
    package let environment: Environment
    /// Set by `quit`.
    package var isFinished = false
    /// How many texts and definitions are being run inside one another.
    var depth = 0
    /// Outputs of the statement that is running.
    var pending: [Output] = []

    package init(environment: Environment = Environment()) {
        self.environment = environment
        state.seed = environment.seed
    }

    /// The number the next cell will have.
    package var nextCell: Int { cells.count + 1 }

    /// What one statement came to.
    package struct StatementResult {
        package let cell: Int
        package let source: String
        package let value: Value
        package let outputs: [Output]
        package let seconds: Double
        package let error: Diagnostic?
        package let isInterrupted: Bool
    }

    /// Runs one text as one cell, statement by statement, until one fails.
    ///
    /// A text with a syntax error is not run at all. `finished` hears of each statement.
    ///
    /// - Returns: where the first statement that was not done begins, or nil when all were.
    @discardableResult
    package func run(
        cell source: Source, finished: (StatementResult) -> Void
    ) -> Int? {
        let number = nextCell
        let clock = ContinuousClock()
        let begin = clock.now
        var cell = Cell(number: number, source: source.text)
        defer {
            cell.seconds = (clock.now - begin).seconds
            cells.append(cell)
        }
        let script = Parser.parse(source)
        if let diagnostic = script.diagnostics.first(where: { $0.severity == .error }) {
            cell.error = diagnostic.message
            let text = source.text(in: source.lineRange(containing: diagnostic.range.lower))
            finished(
                StatementResult(
                    cell: number, source: text, value: .nothing, outputs: [], seconds: 0,
                    error: diagnostic, isInterrupted: false))
            return 0
        }
        for statement in script.statements {
            let result = run(statement, of: source, cell: number)
            cell.outputs += result.outputs
            cell.error = result.error?.message
            finished(result)
            if result.error != nil || result.isInterrupted { return statement.range.lower }
            if isFinished { break }
        }
        return nil
    }

    /// Runs a script, each statement a cell of its own.
    package func run(
        statement: Statement, of source: Source
    ) -> StatementResult {
        let result = run(statement, of: source, cell: nextCell)
        cells.append(
            Cell(
                number: result.cell, source: result.source, outputs: result.outputs,
                error: result.error?.message, seconds: result.seconds))
        return result
    }

    /// Runs one statement; when it fails, the state is as it was.
    private func run(_ statement: Statement, of source: Source, cell: Int) -> StatementResult {
        let before = state
        let clock = ContinuousClock()
        let begin = clock.now
        pending = []
        var value = Value.nothing
        var error: Diagnostic?
        var isInterrupted = false
        do throws(Failure) {
            var interpreter = Interpreter(session: self, source: source)
            value = try interpreter.runTopLevel(statement)
            results[cell] = value
            if value != .nothing { lastResult = value }
        } catch {
            state = before
            isInterrupted = error.culprit == .interruption
            if !isInterrupted { diagnose(error) }
        }
        func diagnose(_ failure: Failure) {
            if case .elsewhere(let diagnostic) = failure.culprit {
                error = diagnostic
            } else if case .range(let range) = failure.culprit {
                error = Diagnostic(failure.message, hint: failure.hint, at: range, in: source)
            } else {
                error = Diagnostic(
                    failure.message, hint: failure.hint, at: statement.range, in: source)
            }
        }
        return StatementResult(
            cell: cell, source: source.text(in: statement.range), value: value, outputs: pending,
            seconds: (clock.now - begin).seconds, error: error,
            isInterrupted: isInterrupted || environment.isInterrupted())
    }

    /// Shows something at once and keeps it with the cell.
    func show(_ output: Output) {
        pending.append(output)
        environment.show(output)
    }
}

/// What a session needs from the program around it.
package struct Environment: Sendable {
    /// Ctrl-C was pressed during this statement.
    package var isInterrupted: @Sendable () -> Bool
    /// How far long work is.
    package var progress: @Sendable (RunProgress) -> Void
    package var show: @Sendable (Output) -> Void
    package var home: String?
    /// Words after the script's name on the command line.
    package var arguments: [String]
    package var seed: UInt64
    /// Only what `print` prints is shown.
    package var isQuiet: Bool

    package init(
        isInterrupted: @escaping @Sendable () -> Bool = { false },
        progress: @escaping @Sendable (RunProgress) -> Void = { _ in },
        show: @escaping @Sendable (Output) -> Void = { _ in },
        home: String? = nil, arguments: [String] = [], seed: UInt64 = 1,
        isQuiet: Bool = false
    ) {
        self.isInterrupted = isInterrupted
        self.progress = progress
        self.show = show
        self.home = home
        self.arguments = arguments
        self.seed = seed
        self.isQuiet = isQuiet
    }

    var observer: RunObserver { RunObserver(isCancelled: isInterrupted, report: progress) }
}

extension Duration {
    package var seconds: Double {
        Double(components.seconds) + Double(components.attoseconds) * 1e-18
    }
}
