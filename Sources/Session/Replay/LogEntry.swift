package import Datasets
import Learning
import Syntax

/// A statement that changed the state, as a saved session repeats it.
package struct LogEntry: Sendable {
    /// The statement with `_`, `out[n]` and `args` replaced by their values.
    package let source: String
    /// What the statement gave: numbers and words, exact, times left out.
    package let numbers: [(name: String, text: String)]
    /// The fingerprint of the weights after it; nil when there were none.
    package let weights: Digest?
    /// The data set it loaded.
    package let loaded: Dataset?
}

extension Session {
    /// A value that a statement took from outside itself, and where it stands in the text.
    struct Pin {
        let name: String
        let range: SourceRange
        /// Nil for a `_` that the statement itself gave.
        let value: Value?
    }

    func entries(
        _ statement: Statement, of source: Source, value: Value, before: SessionState
    ) -> [LogEntry] {
        if isRunStopped, state.differsOnlyInRuns(from: before) { return entriesOfStopped(before) }
        let isLoad = state.data?.origin != before.data?.origin
        return resultEntries(before) + [
            LogEntry(
                source: pinned(statement, of: source), numbers: value.comparableNumbers,
                weights: state.classifier?.digest, loaded: isLoad ? state.data?.dataset : nil)
        ]
    }

    /// What Ctrl-C left, which no repetition of the statement gives again: runs and variables.
    private func entriesOfStopped(_ before: SessionState) -> [LogEntry] {
        func entry(_ source: String, _ weights: LinearClassifier?) -> LogEntry {
            LogEntry(source: source, numbers: [], weights: weights?.digest, loaded: nil)
        }
        let assignments = state.variables.sorted { $0.key < $1.key }.compactMap { name, value in
            before.variables[name] == value
                ? nil : value.exactLiteral.map { entry("\(name) = \($0)", state.classifier) }
        }
        let known = before.runs.last?.number ?? 0
        let runs = state.runs.filter { $0.number > known }.map {
            entry(StoppedCommand.statement($0, of: state), $0.classifier)
        }
        return runs + assignments
    }

    /// `_` from another statement, as a statement before this one, where a definition or one turn of a
    /// loop took it and it cannot be written out.
    private func resultEntries(_ before: SessionState) -> [LogEntry] {
        let isTaken = pins.contains { $0.name == "_" && $0.value != nil && literal($0) == nil }
        guard needsResult || isTaken, let literal = resultBefore.exactLiteral else { return [] }
        return [
            LogEntry(
                source: "(\(literal))", numbers: [], weights: before.classifier?.digest, loaded: nil
            )
        ]
    }

    /// What can stand for a pin, wherever the statement comes by it.
    private func literal(_ pin: Pin) -> String? {
        let isSteady = pins.allSatisfy { $0.range != pin.range || $0.value == pin.value }
        return isSteady ? pin.value?.exactLiteral : nil
    }

    /// The statement's text with what it took from other cells written out.
    private func pinned(_ statement: Statement, of source: Source) -> String {
        var text = ""
        var place = statement.range.lower
        for pin in pins.sorted(by: { $0.range.lower < $1.range.lower }) {
            guard pin.range.lower >= place, pin.range.upper <= statement.range.upper,
                let literal = literal(pin)
            else { continue }
            text += source.text(in: SourceRange(place, pin.range.lower)) + "(\(literal))"
            place = pin.range.upper
        }
        return text + source.text(in: SourceRange(place, statement.range.upper))
    }
}

extension SessionState {
    /// Whether runs, the strength of the penalty and variables are all that may be different, and not
    /// what a definition that was stopped has loaded or chosen before.
    fileprivate func differsOnlyInRuns(from before: SessionState) -> Bool {
        let (now, then) = (basis, before.basis)
        return [Ingredient.data, .preprocess, .loss].allSatisfy { now[$0] == then[$0] }
            && objective.penalty.formula == before.objective.penalty.formula
            && objective.regularizesBias == before.objective.regularizesBias
            && seed == before.seed && definitions.keys == before.definitions.keys
    }
}

extension Value {
    /// Fields that depend on the machine's speed.
    private static let times: Set<String> = ["seconds", "examples_per_second"]

    /// The numbers and words of a record that every replay gives again.
    package var comparableNumbers: [(name: String, text: String)] {
        guard case .record(let record) = self else { return [] }
        return record.fields.compactMap { field in
            guard !Self.times.contains(field.name) else { return nil }
            switch field.value {
            case .number(let number):
                return (field.name, Int(exactly: number).map(String.init) ?? "\(number)")
            case .string(let word): return (field.name, word)
            case .boolean(let flag): return (field.name, "\(flag)")
            case .nothing, .list, .range, .record: return nil
            }
        }
    }

    /// The value as an expression that gives the same bits; nil when none does.
    package var exactLiteral: String? {
        switch self {
        case .nothing: return nil
        case .boolean, .string, .range: return literal
        case .number(let number):
            guard number.isFinite else { return nil }
            return Int(exactly: number).map(String.init) ?? "\(number)"
        case .list(let items):
            let texts = items.compactMap(\.exactLiteral)
            return texts.count == items.count ? "[" + texts.joined(separator: ", ") + "]" : nil
        case .record(let record):
            let fields = record.fields.compactMap { field in
                field.value.exactLiteral.map { "\(field.name): \($0)" }
            }
            return "{" + fields.joined(separator: ", ") + "}"
        }
    }
}
