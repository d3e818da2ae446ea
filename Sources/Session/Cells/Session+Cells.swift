package import Notebook
import Platform
package import Syntax

extension Session {
    /// Runs one text as one cell, statement by statement, until one fails.
    ///
    /// A text with a syntax error is not run at all. `starting` and `finished` receive each statement.
    ///
    /// - Returns: where the first statement that was not done begins, or nil when all were.
    @discardableResult
    package func run(
        cell script: Script, starting: (Statement) -> Void = { _ in },
        finished: (StatementResult) -> Void
    ) -> Int? {
        let number = nextCell
        let clock = ContinuousClock()
        let begin = clock.now
        var cell = Cell(number: number, source: script.source.text.trimmedLines)
        cells.ingredients = []
        defer {
            // `recover` has taken over cells, and this one comes after them.
            cell.number = nextCell
            cell.seconds = (clock.now - begin).seconds
            finish(cell)
        }
        if let result = syntaxError(of: script, cell) {
            cell.add(result)
            finished(result)
            return 0
        }
        for statement in script.statements {
            starting(statement)
            let result = execute(statement, of: script.source, cell: number)
            cell.add(result)
            finished(result)
            if result.error != nil || result.isInterrupted { return statement.range.lower }
            if isFinished { break }
        }
        return nil
    }

    /// Parses a text and runs it as one cell.
    @discardableResult
    package func run(cell source: Source, finished: (StatementResult) -> Void) -> Int? {
        run(cell: Parser.parse(source), finished: finished)
    }

    /// Runs one statement of a script as a cell of its own.
    package func run(statement: Statement, of source: Source) -> StatementResult {
        cells.ingredients = []
        let result = execute(statement, of: source, cell: nextCell)
        var cell = Cell(number: nextCell, source: result.source, seconds: result.seconds)
        cell.add(result)
        finish(cell)
        return result
    }

    /// Keeps a text as a cell without running it.
    package func skip(cell source: Source, outputs: [Output]) {
        cells.ingredients = []
        var cell = Cell(number: nextCell, source: source.text.trimmedLines, outputs: outputs)
        cell.isSkipped = true
        finish(cell)
    }

    /// Every cell, with the marks of those that no longer hold.
    package var notebook: [Cell] { cells.marked(now: state.basis) }

    /// The cell that ended last.
    package var lastCell: Cell? { cells.finished.last }

    private func finish(_ cell: Cell) {
        let basis = CellBasis(
            ingredients: cells.ingredients, basis: cells.ingredients.isEmpty ? [:] : state.basis)
        cells.add(cell, basis)
        let value = cells.values[cell.number]
        if recovery.add(cell, value: value, basis, state) == .firstLoss {
            environment.show(
                .text("  the journal cannot be written: a crash would lose what is done from here"))
        }
    }

    /// What a text with a syntax error gives in place of running.
    private func syntaxError(of script: Script, _ cell: Cell) -> StatementResult? {
        guard var diagnostic = script.diagnostics.first(where: { $0.severity == .error }) else {
            return nil
        }
        if OtherNames.commands[cell.source] != nil {
            // `?` and `:q` are no words of the language.
            let failure = Failure.unknownCommand(cell.source, definitions: [], variables: [])
            (diagnostic.message, diagnostic.hint) = (failure.message, failure.hint)
        }
        let line = script.source.lineRange(containing: diagnostic.range.lower)
        return StatementResult(
            cell: cell.number, source: script.source.text(in: line), value: .nothing, outputs: [],
            seconds: 0, error: diagnostic, isInterrupted: false)
    }
}

extension Cell {
    /// Adds what one of its statements showed and gave.
    fileprivate mutating func add(_ result: Session.StatementResult) {
        outputs += result.outputs
        (error, hint) = (result.error?.message, result.error?.hint)
        guard result.value != .nothing else { return }
        let text = JSON(result.value).text
        if !Abandonment.isRequested { record = text }
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
