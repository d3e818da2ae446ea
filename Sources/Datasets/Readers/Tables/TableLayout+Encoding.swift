import Files
import Numeric
import Platform

extension TableLayout {
    /// A table as numbers.
    struct Encoded {
        /// N×D, row after row.
        var elements: [Float]
        /// Which records of the table the rows are; nil for all of them.
        var kept: [Int]?
        /// How many words were no category of their column, by the column's name.
        var unknown: [(column: String, words: [String], count: Int)] = []
    }

    /// The features of a table whose columns are this layout's, in its order. With `drops`, records
    /// with a missing value are left out where the layout says so; without, the rows are new to a model.
    ///
    /// - Throws: for a word in a column of numbers, and for a missing value where the layout says
    ///   nothing of them.
    func encode(_ table: RawTable, drops: Bool = true) throws(FileError) -> Encoded {
        for (slot, column) in columns.enumerated() {
            let met = table.columns[slot]
            if column.categories == nil, let first = met.firstWord {
                throw table.notNumber(first, in: column.name)
            }
            if missing == nil, let first = met.firstMissing {
                throw table.missing(
                    first, in: column.name,
                    hint: drops
                        ? nil : "fill it in, or train on data that is loaded with missing=mean")
            }
        }
        let isPlain = columns.indices.allSatisfy {
            columns[$0].categories == nil && !columns[$0].hasIndicator
                && table.columns[$0].missing.isEmpty
        }
        var encoded =
            isPlain ? Encoded(elements: table.numbers) : try filled(table)
        if missing == .drop, drops { try drop(table, from: &encoded) }
        return encoded
    }

    private func filled(_ table: RawTable) throws(FileError) -> Encoded {
        let widths = columns.map(\.featureNames.count)
        let dimension = widths.reduce(0, +)
        try MemoryBudget.requestForFile(
            table.count * dimension * MemoryLayout<Float>.stride, for: "the table in \(table.path)")
        var encoded = Encoded(
            elements: [Float](repeating: 0, count: table.count * dimension))
        var offset = 0
        for (slot, column) in columns.enumerated() {
            if let categories = column.categories {
                try addWords(slot, categories, table, at: offset, dimension, &encoded)
            } else {
                var elements = encoded.elements.mutableSpan
                for row in 0..<table.count {
                    try Interruptible.check(turn: row)
                    elements[row * dimension + offset] =
                        table.numbers[row * columns.count + slot]
                }
                for row in table.columns[slot].missing {
                    elements[Int(row) * dimension + offset] = column.mean
                }
            }
            offset += widths[slot]
            guard column.hasIndicator else { continue }
            for row in table.columns[slot].missing {
                encoded.elements[Int(row) * dimension + offset - 1] = 1
            }
        }
        return encoded
    }

    private func addWords(
        _ slot: Int, _ categories: [String], _ table: RawTable, at offset: Int, _ dimension: Int,
        _ encoded: inout Encoded
    ) throws(FileError) {
        let (words, codes) = try table.words(ofSlot: slot, limit: Int.max)
        let places = Dictionary(
            uniqueKeysWithValues: categories.enumerated().map { ($1, $0) })
        let features = words.map { places[$0] }
        var unknown = 0
        for (row, code) in codes.enumerated() where code >= 0 {
            try Interruptible.check(turn: row)
            if let feature = features[Int(code)] {
                encoded.elements[row * dimension + offset + feature] = 1
            } else {
                unknown += 1
            }
        }
        guard unknown > 0 else { return }
        let names = zip(words, features).filter { $1 == nil }.map(\.0)
        encoded.unknown.append((columns[slot].name, names, unknown))
    }

    private func drop(_ table: RawTable, from encoded: inout Encoded) throws(FileError) {
        var dropped = Set(table.unlabelled)
        for column in table.columns { dropped.formUnion(column.missing) }
        guard !dropped.isEmpty else { return }
        let kept = (0..<table.count).filter { !dropped.contains(Int32($0)) }
        let dimension = columns.map(\.featureNames.count).reduce(0, +)
        var elements: [Float] = []
        elements.reserveCapacity(kept.count * dimension)
        for row in kept {
            try Interruptible.check(turn: row)
            elements += encoded.elements[row * dimension..<(row + 1) * dimension]
        }
        (encoded.elements, encoded.kept) = (elements, kept)
    }
}
