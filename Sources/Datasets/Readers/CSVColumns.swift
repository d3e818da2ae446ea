import Files
import Platform

/// The columns of a table while its records are read: numbers, and one column of classes.
struct CSVColumns {
    private let names: [String]
    private let label: Int
    /// Whether the user named the class column.
    private let isLabelChosen: Bool
    private let path: String
    /// The features, row after row.
    private(set) var values: [Float] = []
    /// The class of each row, as it is written.
    private(set) var classes: [String] = []
    private var budget: GrowingBudget
    /// The bytes of class names that do not lie in the list itself.
    private var longNames = 0

    init(names: [String], label: String?, path: String) throws(FileError) {
        self.names = names
        self.path = path
        budget = GrowingBudget(for: "the table in \(path)")
        isLabelChosen = label != nil
        self.label = try Self.column(label, of: names, path: path)
    }

    var labelName: String { names[label] }

    var featureNames: [String] {
        names.indices.filter { $0 != label }.map { names[$0] }
    }

    /// Appends a row. Of the first row, `next` is the record below it, which tells a column of words
    /// from a mistake in one cell.
    mutating func add(_ record: CSVRecord, above next: CSVRecord? = nil) throws(FileError) {
        guard record.fields.count == names.count else {
            throw FileError(
                "\(path) line \(record.line) has \(record.fields.count) columns instead of \(names.count)",
                hint: "mend or remove the line")
        }
        try requestMemory(for: record)
        let isFirst = classes.isEmpty
        for (index, field) in record.fields.enumerated() {
            if index == label, !field.isEmpty {
                classes.append(field)
            } else if index != label, let value = Float(field), value.isFinite {
                values.append(value)
            } else {
                let below = next.flatMap {
                    $0.fields.indices.contains(index) ? $0.fields[index] : nil
                }
                let isColumnOfWords = isFirst && below.map { Float($0) == nil } != false
                throw problem(
                    field, line: record.line, column: index,
                    mayBeLabel: !isLabelChosen && isColumnOfWords)
            }
        }
    }

    private mutating func requestMemory(for record: CSVRecord) throws(FileError) {
        let name = record.fields[label].utf8.count
        // Up to 15 bytes of a text lie in the list; more have memory of their own.
        longNames += name > 15 ? name + 32 : 0
        try budget.growForFile(
            to: (values.count + names.count) * MemoryLayout<Float>.stride
                + (classes.count + 1) * MemoryLayout<String>.stride + longNames)
    }

    /// Why a cell is refused. `mayBeLabel` says that the column seems to hold words from its top on.
    private func problem(
        _ field: String, line: Int, column: Int, mayBeLabel: Bool
    ) -> FileError {
        let place = "\(path) line \(line)"
        let name = names[column]
        guard !field.isEmpty else {
            return FileError(
                "\(place) has an empty cell in column \(name)",
                hint: "fill it in, or remove the line")
        }
        let shown = field.prefix(40)
        if Double(field) != nil, field.contains(where: \.isNumber) {
            return FileError(
                "\(place) has \(shown) in column \(name), which is too large for a 32-bit number",
                hint: "measure the column in a larger unit, or remove the line")
        }
        return FileError(
            "\(place) has '\(shown)' in column \(name), which is not a number",
            hint: mayBeLabel
                ? "if it is the class, write label=\(name)"
                : "mend or remove the line; only the class may be a word")
    }

    private static func column(
        _ wanted: String?, of names: [String], path: String
    ) throws(FileError) -> Int {
        guard let wanted else { return names.count - 1 }
        if let index = names.firstIndex(of: wanted) { return index }
        if let number = Int(wanted), (1...names.count).contains(number) { return number - 1 }
        throw FileError(
            "\(path) has no column '\(wanted)'",
            hint: "it has \(names.prefix(12).joined(separator: ", "))")
    }
}
