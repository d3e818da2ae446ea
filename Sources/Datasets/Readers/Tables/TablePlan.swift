/// Which column of a table is what.
struct TablePlan: Sendable {
    /// What becomes of a column's cells.
    enum Role: Equatable {
        /// A number, at this place among the numbers of its record.
        case number(Int)
        /// A word, at this place among the words of its record.
        case word(Int)
        case label, ignored
        /// Nothing: a separator stands behind the last column.
        case empty
    }

    let separator: UInt8
    let decimals: TableDecimals
    let names: [String]
    /// The columns of features, from 0; a slot is a place in this list.
    let features: [Int]
    /// The column of classes; nil for rows without classes.
    let label: Int?
    /// The slots whose cells are numbers, and those whose cells are words.
    let numberSlots: [Int]
    let wordSlots: [Int]
    /// More different words than are kept of a column.
    let wordLimit: Int
    /// The role of each column.
    let roles: [Role]
    /// How many columns from each on are numbers that lie side by side among their record's.
    let runs: [Int]

    /// `words` are the slots whose cells are words.
    init(
        _ file: TableFile, features: [Int], label: Int?, words: Set<Int>, wordLimit: Int = .max
    ) {
        (separator, decimals, names) = (file.separator, file.decimals, file.names)
        (self.features, self.label, self.wordLimit) = (features, label, wordLimit)
        numberSlots = features.indices.filter { !words.contains($0) }
        wordSlots = features.indices.filter(words.contains)
        var roles = [Role](repeating: .ignored, count: names.count)
        for (place, slot) in numberSlots.enumerated() { roles[features[slot]] = .number(place) }
        for (place, slot) in wordSlots.enumerated() { roles[features[slot]] = .word(place) }
        for place in file.columns.upperBound..<names.count { roles[place] = .empty }
        if let label { roles[label] = .label }
        var runs = [Int](repeating: 0, count: names.count)
        for column in roles.indices.reversed() {
            guard case .number(let place) = roles[column] else { continue }
            let goesOn = column + 1 < roles.count && roles[column + 1] == .number(place + 1)
            runs[column] = 1 + (goesOn ? runs[column + 1] : 0)
        }
        (self.roles, self.runs) = (roles, runs)
    }

    /// The sign that stands before a number's fraction.
    var point: UInt8 { decimals == .comma ? UInt8(ascii: ",") : UInt8(ascii: ".") }
}
