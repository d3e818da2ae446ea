import Files
import Numeric
import Platform

extension LabelledTable {
    /// Adds the rows of another table, whose columns have the same names, and returns how many they
    /// are.
    ///
    /// - Throws: also for a column that it lacks, and for a class that this table has not.
    mutating func addTest(
        _ bytes: ByteStorage, path: String, _ options: Options
    ) throws(FileError) -> Int {
        let file = try TableFile(
            bytes, path: path, encoding: options.encoding, header: options.header,
            known: layout.names)
        let plan = try layout.plan(for: file, needsLabel: true)
        let table = try RawTable(file, plan: plan)
        if let line = table.firstUnlabelled, layout.missing != .drop {
            throw FileError(
                "\(path) line \(line) has an empty cell in column \(layout.labelName)",
                hint: "fill it in, remove the line, or add missing=drop")
        }
        let classes = TableClasses.match(table.classes, with: classNames)
        if let place = classes.firstIndex(where: { $0 == nil }) {
            throw FileError(
                "\(path) has the class '\(table.classes[place].prefix(40))', which is not in the training data",
                hint: "the classes are \(classNames.prefix(12).joined(separator: ", "))")
        }
        let encoded = try layout.encode(table)
        let all = table.labels.map { $0 < 0 ? 0 : classes[Int($0)] ?? 0 }
        let added = encoded.kept.map { $0.map { all[$0] } } ?? all
        guard !added.isEmpty else {
            throw FileError(
                "\(path) has a missing value in each row, so that missing=drop leaves none",
                hint: "add missing=mean or missing=indicator")
        }
        try addRows(of: encoded, path)
        labels += added
        if let encoding = file.encoding { remarks.append("\(path): read as \(encoding.rawValue)") }
        if added.count < all.count {
            remarks.append(
                "\(path): \(all.count - added.count) rows with a missing value are left out")
        }
        remarks += encoded.remarks(path)
        return added.count
    }

    private mutating func addRows(
        of other: TableLayout.Encoded, _ path: String
    ) throws(FileError) {
        let dimension = layout.dimension
        let (count, added) = (labels.count * dimension, other.count * dimension)
        try MemoryBudget.requestForFile(
            (count + added) * MemoryLayout<Float>.stride, for: "the table in \(path)")
        let both = AlignedBuffer<Float>(unwritten: count + added)
        both.copy(count, of: elements, to: 0)
        try Interruptible.check()
        both.copy(added, of: other.elements, to: count)
        elements = both
    }
}

extension TableLayout {
    /// The names of all columns.
    var names: Set<String> { Set(columns.map(\.name) + [labelName]) }

    /// Which columns of another table are this layout's: by name, or, without a header, by place.
    func plan(for file: TableFile, needsLabel: Bool) throws(FileError) -> TablePlan {
        guard file.hasHeader else {
            let hasLabel = file.columns.count > columns.count
            guard file.columns.count == columns.count + (hasLabel ? 1 : 0), hasLabel || !needsLabel
            else {
                throw FileError(
                    "\(file.path) has \(file.columns.count) columns and no header, and the training data has \(columns.count + 1)",
                    hint: "give it a header with the columns' names")
            }
            let label = hasLabel ? labelPlace(in: file) : nil
            return TablePlan(
                file, features: file.columns.filter { $0 != label }, label: label,
                words: wordSlots)
        }
        if let double = file.doubles.first(where: { double in
            names.contains(double.name) && !names.contains(file.names[double.column])
        }) {
            throw FileError(
                "\(file.path) has several columns '\(double.name)', and the training data has one",
                hint: "rename or remove the others")
        }
        var features: [Int] = []
        for column in columns {
            guard let place = file.names.firstIndex(of: column.name) else {
                throw FileError(
                    "\(file.path) has no column '\(column.name)', which the training data has",
                    hint: "it has \(file.names.prefix(12).joined(separator: ", "))")
            }
            features.append(place)
        }
        let label = file.names.firstIndex(of: labelName)
        guard label != nil || !needsLabel else {
            throw FileError(
                "\(file.path) has no column '\(labelName)' with the classes",
                hint: "it has \(file.names.prefix(12).joined(separator: ", "))")
        }
        return TablePlan(file, features: features, label: label, words: wordSlots)
    }

    private var wordSlots: Set<Int> {
        Set(columns.indices.filter { columns[$0].categories != nil })
    }

    /// Where the column of classes is in a table without names.
    private func labelPlace(in file: TableFile) -> Int {
        file.names.firstIndex(of: labelName) ?? file.columns.upperBound - 1
    }
}

extension TableLayout.Encoded {
    /// What was in the table and is not in the features.
    func remarks(_ path: String) -> [String] {
        unknown.map { column, words, count in
            let names = words.prefix(3).map { "'\($0.prefix(40))'" }.joined(separator: ", ")
            let cells =
                count == 1 ? "1 cell of \(path) has a word" : "\(count) cells of \(path) have words"
            return
                "\(column): \(cells) that training never saw (\(names)\(words.count > 3 ? ", …" : "")), taken as none of its words"
        }
    }
}
