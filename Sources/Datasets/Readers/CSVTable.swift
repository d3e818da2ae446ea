import Files
import Numeric

/// A table of numbers with a column of classes, as CSV text holds it.
struct CSVTable {
    let featureNames: [String]
    let features: FloatRows
    /// The place of each row's class in `classNames`.
    let labels: [Int32]
    let classNames: [String]

    private static let mostClasses = 10_000

    /// `label` is the class column, by name or by number from 1; nil for the last.
    init(_ bytes: ByteStorage, path: String, label: String? = nil) throws(FileError) {
        try CSVEncoding.check(bytes, path: path)
        var records = CSVRecords(bytes, path: path)
        guard let first = try records.next() else { throw FileError("\(path) has no rows") }
        guard first.fields.count >= 2 else {
            throw FileError(
                "\(path) has a single column, so there are no features beside the class",
                hint: "separate columns with , ; or tabs")
        }
        let second = try records.next()
        let hasHeader = Self.isHeader(first.fields, above: second?.fields)
        var columns = try CSVColumns(
            names: hasHeader ? first.fields : first.fields.indices.map { "column\($0 + 1)" },
            label: label, path: path)
        let top = hasHeader ? second : first
        let next = hasHeader ? try records.next() : second
        if let top { try columns.add(top, above: next) }
        if let next { try columns.add(next) }
        while let record = try records.next() { try columns.add(record) }

        guard !columns.classes.isEmpty else {
            throw FileError("\(path) has a header and no rows")
        }
        classNames = try Self.classNames(columns.classes)
        guard classNames.count <= Self.mostClasses else {
            throw FileError(
                "\(path) has \(classNames.count) different values in column \(columns.labelName)",
                hint: "choose the class column with label=NAME")
        }
        let numbers = Dictionary(
            uniqueKeysWithValues: classNames.enumerated().map { ($1, Int32($0)) })
        let words = columns.classes
        labels = try Interruptible.map(words.count) { numbers[words[$0]] ?? 0 }
        featureNames = columns.featureNames
        features = FloatRows(
            Matrix(
                rows: labels.count, columns: featureNames.count, elements: columns.values))
    }

    /// A first row with a word above a number is a header.
    private static func isHeader(_ first: [String], above second: [String]?) -> Bool {
        guard let second else { return first.allSatisfy { Float($0) == nil } }
        return zip(first, second).contains { Float($0) == nil && Float($1) != nil }
    }

    /// Each different word once: numbers by size, words by the alphabet.
    private static func classNames(_ words: [String]) throws(FileError) -> [String] {
        var seen: Set<String> = []
        for (index, word) in words.enumerated() {
            try Interruptible.check(turn: index)
            seen.insert(word)
        }
        let distinct = Array(seen)
        let numbers = distinct.compactMap(Double.init)
        guard numbers.count == distinct.count else { return distinct.sorted() }
        return distinct.sorted { (Double($0) ?? 0, $0) < (Double($1) ?? 0, $1) }
    }
}
