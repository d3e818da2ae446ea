package import Notebook

/// What a cell rests on, and how that was when the cell ended.
struct CellBasis {
    let ingredients: Set<Ingredient>
    let basis: Basis

    /// Only what the cell rests on.
    var record: Record {
        var record: Record = [:]
        for ingredient in Ingredient.allCases where ingredients.contains(ingredient) {
            record[ingredient.rawValue] = .string(basis[ingredient] ?? "")
        }
        return record
    }
}

extension CellBasis {
    /// What a journal tells of it; anything else rests on nothing.
    init(_ value: Value?) {
        var basis: Basis = [:]
        if case .record(let record) = value {
            for ingredient in Ingredient.allCases {
                if case .string(let text) = record[ingredient.rawValue] { basis[ingredient] = text }
            }
        }
        self.init(ingredients: Set(basis.keys), basis: basis)
    }
}

extension Session {
    /// Every cell, with the marks of those that no longer hold.
    package var notebook: [Cell] {
        let now = state.basis
        return zip(cells, bases).map { cell, then in
            var cell = cell
            cell.staleBecause = Ingredient.allCases.filter {
                then.ingredients.contains($0) && then.basis[$0] != now[$0]
            }.map(\.rawValue)
            return cell
        }
    }

    /// The cells that `3`, `3-7` or `3-` names.
    func cells(_ text: String, parameter: String) throws(Failure) -> [Cell] {
        var ends = text.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false).map {
            Int($0)
        }
        if text.hasSuffix("-"), ends.count == 2 { ends[1] = max(cells.count, ends[0] ?? 0) }
        guard let first = ends.first ?? nil, let last = ends.last ?? nil, first <= last else {
            throw Failure(
                "'\(text)' names no cells",
                hint: text.contains(",")
                    ? "write one number or range at a time"
                    : "write a number as 3, a range as 3-7, or 3- for all from 3 on",
                parameter: parameter)
        }
        let found = notebook.filter { (first...last).contains($0.number) }
        guard !found.isEmpty else {
            throw Failure(
                cells.isEmpty
                    ? "there are no cells yet"
                    : "there is no cell \(text); the last is \(cells.count)",
                parameter: parameter)
        }
        return found
    }
}

extension Session {
    /// How many steps `undo` can take.
    package var undoCount: Int { timeline.undoCount }
}
