import Files
import Numeric
import Platform

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
        let nameOfWord = Self.names(of: try Self.distinct(columns.classes))
        classNames = Self.ordered(Set(nameOfWord.values))
        guard classNames.count <= Self.mostClasses else {
            throw FileError(
                "\(path) has \(classNames.count) different values in column \(columns.labelName)",
                hint: "choose the class column with label=NAME")
        }
        let numbers = Dictionary(
            uniqueKeysWithValues: classNames.enumerated().map { ($1, Int32($0)) })
        let words = columns.classes
        labels = try Interruptible.map(words.count) { index in
            nameOfWord[words[index]].flatMap { numbers[$0] } ?? 0
        }
        featureNames = columns.featureNames
        try MemoryBudget.requestForFile(
            columns.values.count * MemoryLayout<Float>.stride, for: "the table in \(path)")
        features = FloatRows(
            Matrix(
                rows: labels.count, columns: featureNames.count, elements: columns.values))
    }

    /// A first row with a word above a number is a header.
    private static func isHeader(_ first: [String], above second: [String]?) -> Bool {
        guard let second else { return first.allSatisfy { Float($0) == nil } }
        return zip(first, second).contains { Float($0) == nil && Float($1) != nil }
    }

    private static func distinct(_ words: [String]) throws(FileError) -> Set<String> {
        var seen: Set<String> = []
        for (index, word) in words.enumerated() {
            try Interruptible.check(turn: index)
            seen.insert(word)
        }
        return seen
    }

    /// The name of the class of each word. Where every word is a number, equal numbers are one class,
    /// with the shortest of its words as its name: `1`, `1.0` and `01` are the class `1`. Where a word
    /// is no number, each word is a class, so that `01` and `1` stay apart beside `A1`.
    private static func names(of words: Set<String>) -> [String: String] {
        let numbers = words.compactMap { Double($0) }.filter(\.isFinite)
        guard numbers.count == words.count else {
            return Dictionary(uniqueKeysWithValues: words.map { ($0, $0) })
        }
        var names: [String: String] = [:]
        for same in Dictionary(grouping: words, by: { Double($0) ?? 0 }).values {
            let name = same.min { ($0.utf8.count, $0) < ($1.utf8.count, $1) }
            for word in same { names[word] = name }
        }
        return names
    }

    /// Numbers by size, words by the alphabet.
    private static func ordered(_ names: Set<String>) -> [String] {
        guard names.allSatisfy({ Double($0)?.isFinite == true }) else { return names.sorted() }
        return names.sorted { (Double($0) ?? 0, $0) < (Double($1) ?? 0, $1) }
    }
}
