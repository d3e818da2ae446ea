import Files
import Numeric
import Platform

extension TableLayout {
    /// A table as numbers.
    struct Encoded {
        /// N×D, row after row, and perhaps more.
        let elements: AlignedBuffer<Float>
        /// N.
        var count: Int
        /// Which records of the table the rows are; nil for all of them.
        var kept: [Int]?
        /// How many words were no category of their column, by the column's name.
        var unknown: [(column: String, words: [String], count: Int)] = []
    }

    /// The features of a table whose columns are this layout's, in its order; its numbers may be written
    /// over. With `drops`, records with a missing value are left out where the layout says so; without,
    /// the rows are new to a model.
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
        let isPlain = columns.allSatisfy { $0.categories == nil && !$0.hasIndicator }
        var encoded = Encoded(
            elements: isPlain ? table.numbers : try widened(table), count: table.count)
        fillMissing(table, encoded.elements)
        encoded.unknown = unknown(table)
        if missing == .drop, drops { try drop(table, from: &encoded) }
        return encoded
    }

    /// A feature for each word, and one for each column whose missing values are marked.
    private func widened(_ table: RawTable) throws(FileError) -> AlignedBuffer<Float> {
        let dimension = self.dimension
        try MemoryBudget.requestForFile(
            table.count * dimension * MemoryLayout<Float>.stride, for: "the table in \(table.path)")
        let elements = AlignedBuffer<Float>(unwritten: table.count * dimension)
        let places = FeaturePlaces(self, table)
        let (writes, block) = (elements.writes, 1024)
        Parallel.forEach((table.count + block - 1) / block) { piece in
            let records = piece * block..<min(table.count, (piece + 1) * block)
            writes.withSlice(records.lowerBound * dimension..<records.upperBound * dimension) {
                places.write(records, of: table, to: &$0)
            }
        }
        try Interruptible.check()
        return elements
    }

    private func fillMissing(_ table: RawTable, _ elements: AlignedBuffer<Float>) {
        let dimension = self.dimension
        var offset = 0
        elements.withMutableSpan { elements in
            for (slot, column) in columns.enumerated() {
                let width = column.width
                for row in table.columns[slot].missing {
                    let place = Int(row) * dimension + offset
                    if column.categories == nil { elements[place] = column.mean }
                    if column.hasIndicator { elements[place + width - 1] = 1 }
                }
                offset += width
            }
        }
    }

    /// The words that are no category of their column, and how often they come.
    private func unknown(
        _ table: RawTable
    ) -> [(column: String, words: [String], count: Int)] {
        let width = table.plan.wordSlots.count
        return table.plan.wordSlots.enumerated().compactMap { place, slot in
            let known = Set(columns[slot].categories ?? [])
            let isUnknown = table.words[place].map { !known.contains($0) }
            guard isUnknown.contains(true) else { return nil }
            let count = table.codes.withSpan { codes in
                (0..<table.count).count { row in
                    let code = codes[row * width + place]
                    return code >= 0 && isUnknown[Int(code)]
                }
            }
            let words = zip(table.words[place], isUnknown).filter(\.1).map(\.0)
            return (columns[slot].name, words, count)
        }
    }

    private func drop(_ table: RawTable, from encoded: inout Encoded) throws(FileError) {
        var dropped = Set(table.unlabelled)
        for column in table.columns { dropped.formUnion(column.missing) }
        guard !dropped.isEmpty else { return }
        let kept = (0..<table.count).filter { !dropped.contains(Int32($0)) }
        let dimension = self.dimension
        for (place, row) in kept.enumerated() {
            try Interruptible.check(turn: place)
            encoded.elements.move(
                from: row * dimension, to: place * dimension, count: dimension)
        }
        (encoded.count, encoded.kept) = (kept.count, kept)
    }
}
