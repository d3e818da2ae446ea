import Numeric

/// The examples as sparse rows in order, with their scaling applied.
enum ScaledRows {
    /// The most numbers that dense rows may have to be copied.
    private static let mostNumbers = 1 << 26

    /// Whether examples can be had as sparse rows without the memory of a large dense matrix.
    static func canMake(_ examples: Examples) -> Bool {
        keepsZeros(examples) || examples.count * examples.dimension <= mostNumbers
    }

    /// Whether the examples are sparse, and the scaling leaves zeros zeros.
    static func keepsZeros(_ examples: Examples) -> Bool {
        examples.features.isSparse && examples.scaling.mean.allSatisfy { $0 == 0 }
    }

    /// The numbers other than zero, at most.
    static func entries(_ examples: Examples) -> Int {
        if case .sparse(let rows) = examples.features, keepsZeros(examples) { return rows.stored }
        return examples.count * examples.dimension
    }

    static func make(_ examples: Examples) -> SparseRows {
        guard case .sparse(let rows) = examples.features, keepsZeros(examples) else {
            return .of(examples.count, dimension: examples.dimension) { examples.scaledRow($0) }
        }
        if examples.scaling == .identity(examples.dimension),
            examples.rows == .range(0..<rows.count)
        {
            return rows
        }
        return rows.chosen(examples.rows, factor: examples.scaling.scale.map { 1 / $0 })
    }
}
