import Files
import Numeric

/// A table with a class for each row.
struct LabelledTable {
    /// What a table is read with.
    struct Options {
        /// The column of classes, by name or by number from 1; nil for the last.
        var label: String?
        /// Columns that are no features.
        var ignored: [String] = []
        var missing: TableLayout.Missing?
        /// How many different words a column has at most.
        var categories = 100
        var encoding: TableText.Encoding?
        /// Whether the first record names the columns; nil for what it looks like.
        var header: Bool?
        /// Receives how far the reading is.
        var report: @Sendable (ReadingProgress) -> Void = { _ in }
    }

    let layout: TableLayout
    /// N×D, row after row, and perhaps more.
    var elements: AlignedBuffer<Float>
    /// The class of each row.
    var labels: [Int32]
    let classNames: [String]
    var remarks: [String] = []

    var features: FloatRows {
        FloatRows(elements, count: labels.count, dimension: layout.dimension)
    }

    init(
        _ bytes: ByteStorage, path: String, _ options: Options = Options()
    ) throws(FileError) {
        let file = try TableFile(
            bytes, path: path, encoding: options.encoding, header: options.header)
        guard file.columns.count >= 2 else {
            throw FileError(
                "\(path) has a single column, so there are no features beside the class",
                hint: "separate columns with , ; | or tabs")
        }
        let label =
            try options.label.map { wanted throws(FileError) in try file.column(wanted) }
            ?? file.columns.upperBound - 1
        var left = Set([label])
        for name in options.ignored { left.insert(try file.column(name)) }
        let features = file.columns.filter { !left.contains($0) }
        guard !features.isEmpty else {
            throw FileError("\(path) has no columns of features left", hint: "ignore fewer columns")
        }
        let table = try Self.table(file, features, label, options)
        guard table.count > 0 else { throw FileError("\(path) has a header and no rows") }
        try Self.checkLabels(table, options.missing)
        layout = try TableLayout.fit(
            table, labelName: file.names[label], missing: options.missing,
            limit: options.categories)
        let encoded = try layout.encode(table)
        let (names, classes) = try TableClasses.of(
            table.classes, in: "column \(file.names[label]) of \(path)",
            hint: "choose the class column with label=NAME")
        guard names.count != 1 else {
            throw FileError(
                "\(path) has only one class, '\(names[0].prefix(40))' in column \(file.names[label]), so there is nothing to classify",
                hint: "choose another column with label=NAME, or add rows of another class")
        }
        classNames = names
        elements = encoded.elements
        let all = table.labels.map { $0 < 0 ? 0 : classes[Int($0)] }
        labels = encoded.kept.map { $0.map { all[$0] } } ?? all
        guard !labels.isEmpty else {
            throw FileError(
                "\(path) has a missing value in each row, so that missing=drop leaves none",
                hint: "add missing=mean or missing=indicator")
        }
        if let encoding = file.encoding { remarks.append("read as \(encoding.rawValue)") }
        remarks += file.remarks
        if file.decimals == .comma { remarks.append("numbers are read with decimal commas") }
        remarks += layout.remarks
        if let kept = encoded.kept {
            remarks.append("\(table.count - kept.count) rows with a missing value are left out")
        } else if options.missing != .drop {
            remarks += table.remarks(layout)
        }
    }

    /// A column whose words begin below the first records is known when all are read: then they are
    /// read again.
    private static func table(
        _ file: TableFile, _ features: [Int], _ label: Int, _ options: Options
    ) throws(FileError) -> RawTable {
        var words = file.wordSlots(of: features)
        while true {
            let plan = TablePlan(
                file, features: features, label: label, words: words,
                wordLimit: options.categories)
            let table = try RawTable(file, plan: plan, report: options.report)
            guard !table.lateWords.isEmpty else { return table }
            words.formUnion(table.lateWords)
        }
    }

    private static func checkLabels(
        _ table: RawTable, _ missing: TableLayout.Missing?
    ) throws(FileError) {
        guard let line = table.firstUnlabelled, missing != .drop else { return }
        let name = table.plan.label.map { table.plan.names[$0] } ?? ""
        throw FileError(
            "\(table.path) line \(line) has an empty cell in column \(name)",
            hint: "fill it in, remove the line, or add missing=drop")
    }
}

extension TableLayout {
    /// Which columns became several features.
    fileprivate var remarks: [String] {
        columns.compactMap { column in
            column.categories.map { words in
                let isDoubtful = words.allSatisfy(Self.looksLikeNumber)
                let doubt =
                    isDoubtful
                    ? "; they look like numbers but are none, such as '\(words[0].prefix(40))'" : ""
                return "\(column.name): \(words.count) words, a feature each\(doubt)"
            }
        }
    }

    /// Whether a word has digits and no letters, as amounts, shares and dates have.
    private static func looksLikeNumber(_ word: String) -> Bool {
        word.contains(where: \.isNumber) && !word.contains(where: \.isLetter)
    }
}

extension RawTable {
    /// How many values were missing, and what stands for them.
    func remarks(_ layout: TableLayout) -> [String] {
        layout.columns.enumerated().compactMap { slot, column in
            let count = columns[slot].missing.count
            guard count > 0 else { return nil }
            let standIn = column.categories == nil ? "the column's mean" : "none of its words"
            return
                "\(column.name): \(count) missing, taken as \(standIn)\(column.hasIndicator ? " and marked by a feature" : "")"
        }
    }
}
