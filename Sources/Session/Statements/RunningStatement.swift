package import Notebook
package import Syntax

/// What the statement that is running has done so far, for `undo` and for saved sessions.
///
/// A statement of another text, which `run` or `rerun` runs inside it, has a value of its own that
/// `add` merges into this one.
package struct RunningStatement {
    /// The statement of the cell, also while statements of another text run inside it.
    package let statement: Statement?
    /// What `_` was when the statement began.
    package let resultBefore: Value
    package var outputs: [Output] = []
    /// What calls warned of whose outputs are not shown.
    package var warnings = Warnings()
    /// The statement has changed the state.
    package var isChanged = false
    /// Ctrl-C stopped the last run of an optimizer or a search, which left weights.
    package var isRunStopped = false
    /// The values that the statement took from other cells or the command line.
    package var pins: [Pin] = []
    /// `_` is a result of the statement itself.
    package var isResultOwn = false
    /// A definition, where no value can be written out, took `_` from another statement.
    package var needsResult = false
    /// The statements of other texts that ran inside this one and changed the state.
    package var trail: [LogEntry] = []
    /// About how many bytes of the values that variables had before the statement it has replaced.
    package private(set) var replacedBytes = 0
    private var replacedNames: Set<String> = []
    /// The statement keeps the timeline itself, as `undo`, `redo` and `recover` do.
    package var keepsTimeline = false

    package init(_ statement: Statement? = nil, resultBefore: Value = .nothing) {
        self.statement = statement
        self.resultBefore = resultBefore
    }

    /// A value for a statement of another text that begins inside this one.
    package func nested(resultBefore: Value) -> RunningStatement {
        var inner = RunningStatement(statement, resultBefore: resultBefore)
        inner.isRunStopped = isRunStopped
        inner.keepsTimeline = keepsTimeline
        return inner
    }

    /// Merges what a statement of another text has done.
    package mutating func add(_ inner: RunningStatement) {
        outputs += inner.outputs
        warnings.add(inner.warnings)
        trail += inner.trail
        needsResult = needsResult || inner.takesResult && !isResultOwn
        isChanged = isChanged || inner.isChanged
        replacedBytes += inner.replacedBytes
        isResultOwn = isResultOwn || inner.isResultOwn
        isRunStopped = inner.isRunStopped
        keepsTimeline = inner.keepsTimeline
    }

    /// Notes that a variable has another value; only its first value of a statement is kept, for `undo`.
    mutating func noteReplaced(_ old: Value, of name: String, by new: Value) {
        let bytes = old.bytes(notSharedWith: new)
        if bytes > 1000, replacedNames.insert(name).inserted { replacedBytes += bytes }
    }

    /// Whether the statement took `_` from another one.
    private var takesResult: Bool {
        needsResult
            || pins.contains { $0.name == GivenVariable.lastResult.rawValue && $0.value != nil }
    }
}
