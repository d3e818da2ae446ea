package import Notebook

/// The cells that have ended, with what each gave and rests on.
package struct CellHistory {
    /// Every cell as it was when it ended.
    package private(set) var finished: [Cell] = []
    /// What each of `finished` rests on.
    private var bases: [CellBasis] = []
    /// The last value of each cell by its number, for `out[n]`; the running cell has one already.
    package internal(set) var values: [Int: Value] = [:]
    /// The last value of all, for `_`.
    package internal(set) var lastValue = Value.nothing
    /// What the running cell rests on so far.
    var ingredients: Set<Ingredient> = []
    /// The seed that the first cell had.
    var firstSeed: UInt64 = 1

    package var count: Int { finished.count }

    /// The number the next cell will have, which the running one has too.
    var next: Int { finished.count + 1 }

    /// Keeps the value of a statement of the running cell.
    mutating func keep(_ value: Value) {
        values[next] = value
        if value != .nothing { lastValue = value }
    }

    /// Adds a cell that has ended.
    mutating func add(_ cell: Cell, _ basis: CellBasis) {
        finished.append(cell)
        bases.append(basis)
    }

    /// Takes the cells of a session that is back in place of its own.
    mutating func replace(with content: LostSession.Content) {
        (finished, bases, values) = ([], [], [:])
        firstSeed = content.firstSeed
        for (cell, value, basis) in content.cells {
            add(cell, basis)
            values[cell.number] = value
        }
    }

    /// Every cell, with the marks of those that no longer hold.
    func marked(now: Basis) -> [Cell] {
        zip(finished, bases).map { cell, then in
            var cell = cell
            cell.staleBecause = then.changes(to: now).map(\.rawValue)
            return cell
        }
    }
}
