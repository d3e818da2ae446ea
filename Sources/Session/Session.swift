package import Learning
package import Notebook
package import Syntax

/// A running notebook: its state, its cells, and the interpreter's way in.
///
/// Used from one thread. The front end gives it texts and shows what comes out.
package final class Session {
    package var state = SessionState() { didSet { isChanged = true } }
    /// Every finished cell, as it was when it ended.
    package internal(set) var cells: [Cell] = []
    /// What each of `cells` rests on.
    var bases: [CellBasis] = []
    /// The last value of each cell, for `_` and `out[n]`.
    package internal(set) var results: [Int: Value] = [:]
    package internal(set) var lastResult: Value = .nothing
    /// Hears of each finished cell.
    package var journal: Journal?
    /// The journal could not take the last cell, and that was said.
    private var isJournalLost = false
    /// A session that ended without `quit`, which `recover` brings back.
    package var lost: LostSession?
    package let environment: Environment
    /// Set by `quit`.
    package var isFinished = false
    /// What the next line begins with, where there is a line editor.
    package var draft: String?
    /// Further texts that `help` has, by their names.
    package var topics: [String: String] = [:]
    /// What was entered so far, the oldest first, where there is a line editor.
    package var history: (() -> [String])?
    /// How many texts and definitions are being run inside one another.
    var depth = 0
    /// Outputs of the statement that is running.
    var pending: [Output] = []
    /// The statement that is running, when it is not one of another text.
    private(set) var statement: Statement?
    /// Whether the running statement has changed the state.
    var isChanged = false
    /// Whether Ctrl-C stopped the run that the statement was, and left weights.
    var isRunStopped = false
    /// What the running statement took from other cells.
    var pins: [Pin] = []
    /// What `_` was when the running statement began.
    var resultBefore = Value.nothing
    /// Whether `_` is a result of the running statement itself.
    var isResultOwn = false
    /// Whether a definition, where it cannot be written out, took `_` from another statement.
    var needsResult = false
    /// The statements of other texts that the running one has run.
    var trail: [LogEntry] = []
    /// What the running cell rests on.
    var ingredients: Set<Ingredient> = []
    var timeline = Timeline()
    /// `undo`, `redo` and `recover` keep the timeline themselves.
    var keepsTimeline = false
    /// What is shown is not, while lost statements are repeated.
    var isSilent = false
    /// A lost session is back, and its journal goes when this cell is in the new one.
    var isRecovered = false
    /// The seed that the first cell had.
    var seedOfFirstCell: UInt64
    /// The step of the tour that comes next.
    var tourStep = 1

    package init(environment: Environment = Environment()) {
        self.environment = environment
        seedOfFirstCell = environment.seed
        begin(seed: environment.seed)
    }

    /// Takes another seed than the environment's, before anything is run.
    package func begin(seed: UInt64) {
        seedOfFirstCell = seed
        state.seed = seed
        state.firstSeed = seed
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
    /// A text with a syntax error is not run at all. `starting` and `finished` hear of each statement.
    ///
    /// - Returns: where the first statement that was not done begins, or nil when all were.
    @discardableResult
    package func run(
        cell source: Source, starting: (Statement) -> Void = { _ in },
        finished: (StatementResult) -> Void
    ) -> Int? {
        let number = nextCell
        let clock = ContinuousClock()
        let begin = clock.now
        var cell = Cell(number: number, source: source.text.trimmedLines)
        ingredients = []
        defer {
            cell.number = nextCell
            cell.seconds = (clock.now - begin).seconds
            finish(cell)
        }
        let script = Parser.parse(source)
        if var diagnostic = script.diagnostics.first(where: { $0.severity == .error }) {
            if OtherNames.commands[cell.source] != nil {
                // `?` and `:q` are no words of the language.
                let failure = Failure.unknownCommand(cell.source, definitions: [], variables: [])
                (diagnostic.message, diagnostic.hint) = (failure.message, failure.hint)
            }
            (cell.error, cell.hint) = (diagnostic.message, diagnostic.hint)
            let text = source.text(in: source.lineRange(containing: diagnostic.range.lower))
            finished(
                StatementResult(
                    cell: number, source: text, value: .nothing, outputs: [], seconds: 0,
                    error: diagnostic, isInterrupted: false))
            return 0
        }
        for statement in script.statements {
            starting(statement)
            let result = run(statement, of: source, cell: number)
            cell.outputs += result.outputs
            (cell.error, cell.hint) = (result.error?.message, result.error?.hint)
            cell.record = result.value == .nothing ? cell.record : JSON(result.value).text
            finished(result)
            if result.error != nil || result.isInterrupted { return statement.range.lower }
            if isFinished { break }
        }
        return nil
    }

    /// Keeps a text as a cell without running it.
    package func skip(cell source: Source, outputs: [Output]) {
        ingredients = []
        var cell = Cell(number: nextCell, source: source.text.trimmedLines, outputs: outputs)
        cell.isSkipped = true
        finish(cell)
    }

    /// Runs a script, each statement a cell of its own.
    package func run(
        statement: Statement, of source: Source
    ) -> StatementResult {
        ingredients = []
        let result = run(statement, of: source, cell: nextCell)
        var cell = Cell(
            number: nextCell, source: result.source, outputs: result.outputs,
            error: result.error?.message, seconds: result.seconds)
        cell.hint = result.error?.hint
        cell.record = result.value == .nothing ? nil : JSON(result.value).text
        finish(cell)
        return result
    }

    /// Runs one statement; when it fails, the state is as it was.
    private func run(_ statement: Statement, of source: Source, cell: Int) -> StatementResult {
        let before = state
        let clock = ContinuousClock()
        let begin = clock.now
        pending = []
        self.statement = statement
        (isChanged, isRunStopped, trail, keepsTimeline) = (false, false, [], false)
        (pins, isResultOwn, needsResult, resultBefore) = ([], false, false, lastResult)
        var value = Value.nothing
        var error: Diagnostic?
        var isInterrupted = false
        do throws(Failure) {
            var interpreter = Interpreter(session: self, source: source)
            value = try interpreter.runTopLevel(statement)
            if environment.isAbandoned() { throw Failure.interrupted }
            results[nextCell] = value
            if value != .nothing { lastResult = value }
            if isChanged, !keepsTimeline { remember(statement, of: source, value, before) }
        } catch {
            state = before
            lastResult = resultBefore
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

    /// Notes a statement that changed the state, for `undo` and for saved sessions.
    private func remember(
        _ statement: Statement, of source: Source, _ value: Value, _ before: SessionState
    ) {
        let isReplay = statement.isReplay && !trail.isEmpty
        state.log.append(
            isReplay ? trail : entries(statement, of: source, value: value, before: before))
        timeline.add(before, source: source.text(in: statement.range), after: state)
    }

    private func finish(_ cell: Cell) {
        cells.append(cell)
        let basis = CellBasis(ingredients: ingredients, basis: state.basis)
        bases.append(basis)
        let isKept = journal?.add(cell, value: results[cell.number] ?? .nothing, basis, state)
        if isKept == false, !isJournalLost {
            environment.show(
                .text("  the journal cannot be written: a crash would lose what is done from here"))
        }
        isJournalLost = isKept == false
        if isRecovered, isKept != false { forgetLost() }
    }

    func forgetLost() {
        lost?.discard()
        lost = nil
        isRecovered = false
    }

    /// Whether a statement asks for something again, which nothing should cut.
    package func isShownWhole(_ statement: Statement) -> Bool {
        if case .command(let call) = statement.kind {
            call.name.text == LastCommand.name
        } else {
            false
        }
    }

    /// Shows something at once and keeps it with the cell.
    func show(_ output: Output) {
        pending.append(output)
        if !isSilent { environment.show(output) }
    }
}

/// What a session needs from the program around it.
package struct Environment: Sendable {
    /// Ctrl-C was pressed during this statement.
    package var isInterrupted: @Sendable () -> Bool
    /// It was pressed again at once: nothing of the statement counts.
    package var isAbandoned: @Sendable () -> Bool
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
        isAbandoned: @escaping @Sendable () -> Bool = { false },
        progress: @escaping @Sendable (RunProgress) -> Void = { _ in },
        show: @escaping @Sendable (Output) -> Void = { _ in },
        home: String? = nil, arguments: [String] = [], seed: UInt64 = 1,
        isQuiet: Bool = false
    ) {
        self.isInterrupted = isInterrupted
        self.isAbandoned = isAbandoned
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

extension String {
    /// Without empty lines before and after.
    fileprivate var trimmedLines: String {
        let lines = split(separator: "\n", omittingEmptySubsequences: false)
        let isEmpty = { (line: Substring) in line.allSatisfy(\.isWhitespace) }
        let kept = lines.drop(while: isEmpty)
        return kept.prefix(
            (kept.lastIndex { !isEmpty($0) } ?? kept.startIndex - 1) - kept.startIndex + 1
        )
        .joined(separator: "\n")
    }
}
