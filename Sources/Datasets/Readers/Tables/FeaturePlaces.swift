import Numeric

/// Where the numbers and words of a table's records stand among their features.
struct FeaturePlaces: Sendable {
    private let dimension: Int
    /// The feature of each number of a record.
    private let numbers: [Int]
    /// The feature of each word of each column of words, one column after the other; -1 for a word that
    /// has none.
    private let words: [Int32]
    /// Where the words of each column begin in `words`.
    private let firsts: [Int]

    init(_ layout: TableLayout, _ table: RawTable) {
        var begins: [Int] = []
        var offset = 0
        for column in layout.columns {
            begins.append(offset)
            offset += column.width
        }
        dimension = offset
        numbers = table.plan.numberSlots.map { begins[$0] }
        var words: [Int32] = []
        var firsts: [Int] = []
        for (place, slot) in table.plan.wordSlots.enumerated() {
            firsts.append(words.count)
            var places: [String: Int32] = [:]
            for (index, word) in (layout.columns[slot].categories ?? []).enumerated() {
                places[word] = Int32(begins[slot] + index)
            }
            words += table.words[place].map { places[$0] ?? -1 }
        }
        (self.words, self.firsts) = (words, firsts)
    }

    /// Writes the features of some records to rows of zeros that it makes.
    func write(_ records: Range<Int>, of table: RawTable, to rows: inout MutableSpan<Float>) {
        rows.update(repeating: 0)
        table.numbers.withSpan { numbers in
            table.codes.withSpan { codes in
                for (row, record) in records.enumerated() {
                    add(record, numbers, codes, to: &rows, at: row * dimension)
                }
            }
        }
    }

    private func add(
        _ record: Int, _ numbers: Span<Float>, _ codes: Span<Int32>,
        to rows: inout MutableSpan<Float>, at begin: Int
    ) {
        let places = self.numbers.span
        let first = record * places.count
        for index in places.indices { rows[begin + places[index]] = numbers[first + index] }
        let (words, firsts) = (words.span, firsts.span)
        let firstCode = record * firsts.count
        for index in firsts.indices {
            let code = codes[firstCode + index]
            guard code >= 0 else { continue }
            let feature = words[firsts[index] + Int(code)]
            if feature >= 0 { rows[begin + Int(feature)] = 1 }
        }
    }
}
