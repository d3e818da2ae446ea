import Notebook
import Platform

/// What brings a session back after a crash: the journal that it writes, and the session that an
/// earlier journal holds.
package struct Recovery {
    /// Receives every finished cell.
    package var journal: Journal?
    /// A session that ended without `quit`, which `recover` brings back.
    package var lost: LostSession?
    /// The statements of a lost session are being repeated, and show nothing.
    var isRepeating = false
    /// The journal could not take the last cell, and that was said.
    private var isJournalLost = false
    /// The lost session is back; its journal goes when the new one has its cells.
    private var isRestored = false

    package init() {}

    /// What became of a cell in the journal. Where writing it was given up, the next cell's record has what it
    /// changed.
    enum Outcome { case kept, givenUp, firstLoss, furtherLoss }

    /// Adds a finished cell to the journal, where there is one.
    mutating func add(
        _ cell: Cell, value: Value?, _ basis: CellBasis, _ state: SessionState
    ) -> Outcome {
        let isKept = journal?.add(cell, value: value, basis, state) ?? true
        if !isKept, Abandonment.isRequested { return .givenUp }
        defer { isJournalLost = !isKept }
        guard isKept else { return isJournalLost ? .furtherLoss : .firstLoss }
        if isRestored { forgetLost() }
        return .kept
    }

    /// Begins a new journal with the cells of the session that is back, to be written with the next.
    mutating func begin(with content: LostSession.Content) {
        journal?.end()
        for (cell, value, basis) in content.cells {
            _ = journal?.add(cell, value: value, basis, SessionState(), isHeld: true)
        }
        isRestored = true
    }

    mutating func forgetLost() {
        lost?.discard()
        lost = nil
        isRestored = false
    }
}
