package import Datasets
import Learning
import Syntax

/// A statement that changed the state, as a saved session repeats it.
package struct LogEntry: Sendable {
    let statement: LoggedStatement
    /// What the statement gave: numbers and words, exact, times left out.
    package let numbers: [(name: String, text: String)]
    /// The fingerprint of the weights after it; nil when there were none.
    package let weights: Digest?
    /// The data set it loaded.
    package let loaded: Dataset?
    /// The folders below which it may write, as a statement of a session that was opened; empty for one
    /// that may write anywhere.
    package var folders: [String] = []

    /// The statement with `_`, `out[n]` and `args` replaced by their values.
    package var source: String { statement.source }
}

extension Session {
    func entries(
        _ statement: Statement, of source: Source, value: Value, before: SessionState
    ) -> [LogEntry] {
        let folders = writes.folders
        return newEntries(statement, of: source, value: value, before: before).map { entry in
            var entry = entry
            entry.folders = folders
            return entry
        }
    }

    private func newEntries(
        _ statement: Statement, of source: Source, value: Value, before: SessionState
    ) -> [LogEntry] {
        if running.isRunStopped, state.differsOnlyInRuns(from: before) {
            return entriesOfStopped(before)
        }
        let isLoad = state.data?.origin != before.data?.origin
        return resultEntries(before) + [
            LogEntry(
                statement: .written(pinned(statement, of: source)),
                numbers: value.comparableNumbers,
                weights: state.classifier?.digest, loaded: isLoad ? state.data?.dataset : nil)
        ]
    }

    /// The runs and variables that Ctrl-C left; repeating the statement would give other ones.
    private func entriesOfStopped(_ before: SessionState) -> [LogEntry] {
        func entry(_ statement: LoggedStatement, _ weights: LinearClassifier?) -> LogEntry {
            LogEntry(statement: statement, numbers: [], weights: weights?.digest, loaded: nil)
        }
        let assignments = state.variables.sorted.compactMap { name, value in
            before.variables[name] == value
                ? nil
                : value.exactLiteral.map { entry(.written("\(name) = \($0)"), state.classifier) }
        }
        let known = before.runs.last?.number ?? 0
        let runs = state.runs.drop { $0.number <= known }.map {
            let run = StoppedRun(
                call: $0.source, draws: state.draws, strength: state.objective.strength,
                classifier: $0.classifier)
            return entry(.stopped(run), $0.classifier)
        }
        return runs + assignments
    }

    /// A statement that gives `_` its value again, to stand before this one. It is needed where a
    /// definition or one turn of a loop took `_`, so that no literal can stand in its place.
    private func resultEntries(_ before: SessionState) -> [LogEntry] {
        let literals = pinLiterals
        let isTaken = running.pins.contains {
            $0.name == GivenVariable.lastResult.rawValue && $0.value != nil
                && literals[$0.range] == nil
        }
        guard running.needsResult || isTaken, running.resultBefore != .nothing,
            let literal = running.resultBefore.exactLiteral
        else { return [] }
        return [
            LogEntry(
                statement: .written("(\(literal))"), numbers: [],
                weights: before.classifier?.digest,
                loaded: nil)
        ]
    }

    /// The literals that stand for pins at their places; none where a place took different values.
    private var pinLiterals: [SourceRange: String] {
        var values: [SourceRange: Value?] = [:]
        var unsteady: Set<SourceRange> = []
        for pin in running.pins {
            if let known = values[pin.range] {
                if known != pin.value { unsteady.insert(pin.range) }
            } else {
                values[pin.range] = .some(pin.value)
            }
        }
        return values.compactMapValues { $0?.exactLiteral }.filter { !unsteady.contains($0.key) }
    }

    /// The statement's text with what it took from other cells written out.
    private func pinned(_ statement: Statement, of source: Source) -> String {
        var text = ""
        var place = statement.range.lower
        for (range, literal) in pinLiterals.sorted(by: { $0.key.lower < $1.key.lower }) {
            guard range.lower >= place, range.upper <= statement.range.upper else { continue }
            text += source.text(in: SourceRange(place, range.lower)) + "(\(literal))"
            place = range.upper
        }
        return text + source.text(in: SourceRange(place, statement.range.upper))
    }
}

extension SessionState {
    /// Whether at most runs, variables and the strength of the penalty are different. A definition
    /// that was stopped may have loaded data or chosen a loss before, which is more.
    fileprivate func differsOnlyInRuns(from before: SessionState) -> Bool {
        let (now, then) = (basis, before.basis)
        return [Ingredient.data, .preprocess, .loss].allSatisfy { now[$0] == then[$0] }
            && objective.penalty.formula == before.objective.penalty.formula
            && objective.regularizesBias == before.objective.regularizesBias
            && seed == before.seed && definitions.names == before.definitions.names
    }
}
