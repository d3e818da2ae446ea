import Files
import Numeric

/// What each column of a table becomes: a number, or a feature for each of its words. Fitted to one
/// table, it encodes others in the same way.
package struct TableLayout: Sendable, Equatable {
    /// What stands in for a value that is missing.
    package enum Missing: String, CaseIterable, Sendable {
        /// The column's mean; of words, none.
        case mean
        /// The record is left out.
        case drop
        /// The mean, and a feature that is 1 where the value is missing.
        case indicator
    }

    package struct Column: Sendable, Equatable {
        package let name: String
        /// The words that each become a feature, 0 or 1; nil for a column of numbers.
        package let categories: [String]?
        /// The mean of the numbers.
        package let mean: Float
        package let hasIndicator: Bool

        package init(name: String, categories: [String]?, mean: Float, hasIndicator: Bool) {
            (self.name, self.categories) = (name, categories)
            (self.mean, self.hasIndicator) = (mean, hasIndicator)
        }

        package var featureNames: [String] {
            (categories?.map { "\(name)=\($0)" } ?? [name])
                + (hasIndicator ? ["\(name) is missing"] : [])
        }

        /// The number of its features.
        package var width: Int { (categories?.count ?? 1) + (hasIndicator ? 1 : 0) }
    }

    package let columns: [Column]
    /// The name of the column of classes.
    package let labelName: String
    package let missing: Missing?

    package init(columns: [Column], labelName: String, missing: Missing?) {
        (self.columns, self.labelName, self.missing) = (columns, labelName, missing)
    }

    /// Columns of numbers, none of them missing.
    package init(numbers names: [String]) {
        self.init(
            columns: names.map {
                Column(name: $0, categories: nil, mean: 0, hasIndicator: false)
            }, labelName: "", missing: nil)
    }

    package var featureNames: [String] { columns.flatMap(\.featureNames) }

    /// The number of features, D.
    package var dimension: Int { columns.reduce(0) { $0 + $1.width } }
}

// MARK: - Fitting

extension TableLayout {
    /// Decides what each column becomes.
    ///
    /// - Throws: for a word in a column of numbers, a missing value without a choice of `missing`, and
    ///   a column of more different words than `limit`.
    static func fit(
        _ table: RawTable, labelName: String, missing: Missing?, limit: Int
    ) throws(FileError) -> TableLayout {
        var columns: [Column] = []
        let means = table.means
        try Interruptible.check()
        for slot in table.columns.indices {
            columns.append(
                try column(slot, of: table, means[slot], missing: missing, limit: limit))
        }
        return TableLayout(columns: columns, labelName: labelName, missing: missing)
    }

    private static func column(
        _ slot: Int, of table: RawTable, _ mean: Float, missing: Missing?, limit: Int
    ) throws(FileError) -> Column {
        let met = table.columns[slot]
        let name = table.plan.names[table.plan.features[slot]]
        let filled = table.count - met.missing.count
        guard filled > 0 || table.count == 0 else {
            throw FileError(
                "column \(name) of \(table.path) has no values", hint: "add ignore=[\(name)]")
        }
        if let first = met.firstMissing, missing == nil { throw table.missing(first, in: name) }
        let hasIndicator = missing == .indicator && !met.missing.isEmpty
        guard let first = met.firstWord else {
            return Column(
                name: name, categories: nil, mean: mean, hasIndicator: hasIndicator)
        }
        guard !TableDecimals.hasThousands(first.text) else {
            throw FileError(
                "\(table.path) line \(first.line) has '\(first.text.prefix(40))' in column \(name), a number with commas between thousands",
                hint: "save the table without them")
        }
        // A word among numbers is a mistake in a cell; words in most cells are a column of words.
        guard met.words * 2 > filled, let words = table.words(ofSlot: slot) else {
            throw table.notNumber(first, in: name)
        }
        guard words.count <= limit else {
            throw FileError(
                "column \(name) of \(table.path) has more than \(limit) different words",
                hint: "leave it out with ignore=[\(name)], or allow more with categories=")
        }
        return Column(
            name: name, categories: words.sorted(), mean: 0, hasIndicator: hasIndicator)
    }
}

extension RawTable {
    func notNumber(_ cell: (text: String, line: Int), in name: String) -> FileError {
        FileError(
            "\(path) line \(cell.line) has '\(cell.text.prefix(40))' in column \(name), which is not a number",
            hint: "mend or remove the line; a column of words must be words in most of its lines")
    }

    func missing(_ cell: (text: String, line: Int), in name: String, hint: String? = nil)
        -> FileError
    {
        let what =
            cell.text.isEmpty ? "an empty cell" : "'\(cell.text)', which stands for no value,"
        return FileError(
            "\(path) line \(cell.line) has \(what) in column \(name)",
            hint: hint ?? "add missing=mean, missing=drop or missing=indicator, or fill it in")
    }

    /// The mean of the numbers that are there, for each column of features; 0 for words.
    fileprivate var means: [Float] {
        var means = [Float](repeating: 0, count: columns.count)
        // A missing value is a 0 among the numbers.
        let rows = FloatRows(numbers, count: count, dimension: plan.numberSlots.count)
        for (slot, sum) in zip(plan.numberSlots, columnSums(of: rows)) {
            let filled = count - columns[slot].missing.count
            if filled > 0 { means[slot] = Float(sum / Double(filled)) }
        }
        return means
    }
}
