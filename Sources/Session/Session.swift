import Notebook

/// A running notebook: its state, its cells, and the interpreter's way in.
///
/// Used from one thread. The front end gives it texts and shows what comes out.
///
/// - `Cells/` runs a text as a cell, `Statements/` runs one statement of it.
/// - `Replay/` repeats other texts inside a statement, and writes sessions as scripts.
/// - `Recovery/` brings a session back that ended without `quit`.
package final class Session {
    package var state = SessionState() { didSet { running.isChanged = true } }
    /// The cells that have ended.
    package internal(set) var cells = CellHistory()
    /// What the statement that is running has done so far.
    var running = RunningStatement()
    /// The earlier states, for `undo` and `redo`.
    var timeline = Timeline()
    package var recovery = Recovery()
    package var frontEnd = FrontEnd()
    package let environment: Environment
    /// Where the statement that is running may write: less while `open session` repeats others.
    var writes: WritePolicy
    /// Whether commands that a command runs show nothing, but for those about the session.
    var isSilent = false
    /// Set by `quit`.
    package var isFinished = false
    /// How many texts and definitions are being run inside one another.
    var depth = 0
    /// Whether the statement that is running stands in a session that was saved.
    var isOfSavedSession = false
    /// Each command's last call, for what is said of its options.
    var lastCalls: [String: Invocation] = [:]
    var firstWeights: FirstWeights?
    /// The step of the tour that comes next.
    var tourStep = 1

    package init(environment: Environment = Environment()) {
        self.environment = environment
        writes = environment.writes
        begin(seed: environment.seed)
    }

    /// Replaces the environment's seed, before anything is run.
    package func begin(seed: UInt64) {
        cells.firstSeed = seed
        state.seed = seed
        state.firstSeed = seed
    }

    /// The number the next cell will have.
    package var nextCell: Int { cells.next }

    /// How many steps `undo` can take.
    package var undoCount: Int { timeline.undoCount }

    /// Whether statements of an earlier version are repeated, which give what they gave then.
    var repeatsSaved: Bool { isOfSavedSession || recovery.isRepeating }

    /// Shows something at once and keeps it with the cell.
    func show(_ output: Output) {
        running.outputs.append(output)
        if !recovery.isRepeating { environment.show(output) }
    }
}
