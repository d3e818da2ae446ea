/// What a cell rests on, and how that was when the cell ended.
struct CellBasis {
    let ingredients: Set<Ingredient>
    let basis: Basis

    /// What the cell rests on and is different now.
    func changes(to now: Basis) -> [Ingredient] {
        Ingredient.allCases.filter { ingredients.contains($0) && basis[$0] != now[$0] }
    }

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
    /// The basis that a journal holds; a value that is no record of one rests on nothing.
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
