package import Files
package import Numeric
import Platform

/// Rows that are to be classified, read as a model's own data were.
package struct NewRows: Sendable {
    package let features: Features
    /// The class of each row, where the file has a known one.
    package let labels: [Int32?]
    /// What does not fit and was taken as something else, a sentence each.
    package let remarks: [String]
    /// The file that each row is in; nil where all are in a single one.
    package var files: [String]? = nil

    private static let sizeLimit = 16 << 30

    /// Pictures get the arrangement of `image`, the model's.
    ///
    /// - Throws: also when the columns are not the model's.
    package static func read(
        _ path: String, layout: TableLayout, classNames: [String], image: ImageShape? = nil
    ) throws(FileError) -> NewRows {
        let dimension = layout.dimension
        if StandardInput.isPipe(path) {
            let bytes = try PackedFile.unpacked(
                ByteStorage(bytes: StandardInput.bytes()), path: path, limit: sizeLimit)
            return try table(bytes, path, layout, classNames)
        }
        if let pictures = try pictures(path, dimension, classNames, image) { return pictures }
        switch try format(of: path) {
        case is NPY.Type: return try array(path, dimension, image)
        case is NPZ.Type: return try archive(path, dimension, classNames, image)
        case is LibSVM.Type: return try sparse(path, layout, classNames)
        case is ImageFolder.Type: return try images(path, classNames, image)
        case is CSV.Type: break
        case let other:
            throw FileError(
                "\(path) is data of the format \(other.name), whose folder or archive predict reads",
                hint: "give the folder")
        }
        let bytes = try PackedFile.contents(of: path, limit: sizeLimit)
        return try bytes.reading { () throws(FileError) in
            try table(bytes, path, layout, classNames)
        }
    }

    /// By the name, since a table of one column is hard to recognize; else by what the file holds. A file
    /// that nothing recognizes is a table, as it is for load csv.
    private static func format(of path: String) throws(FileError) -> any DatasetSource.Type {
        let name = path.lowercased()
        let named = [CSV.self, LibSVM.self, NPY.self, NPZ.self] as [any DatasetSource.Type]
        if let format = named.first(where: { $0.endings.contains(where: name.hasSuffix) }) {
            return format
        }
        do throws(FileError) { return try RecognizedFormat.of(path) } catch {
            guard FileStatus.isFile(path) else { throw error }
            return CSV.self
        }
    }

    private static func table(
        _ bytes: ByteStorage, _ path: String, _ layout: TableLayout, _ classNames: [String]
    ) throws(FileError) -> NewRows {
        let file = try TableFile(bytes, path: path, known: layout.names)
        let plan = try layout.plan(for: file, needsLabel: false)
        let table = try RawTable(file, plan: plan)
        guard table.count > 0 else { throw FileError("\(path) has a header and no rows") }
        let encoded = try layout.encode(table, drops: false)
        let classes = TableClasses.match(table.classes, with: classNames)
        let labels = table.labels.map { $0 < 0 ? nil : classes[Int($0)] }
        var remarks = table.remarks(layout) + encoded.remarks(path)
        if let encoding = file.encoding { remarks.append("\(path): read as \(encoding.rawValue)") }
        let strangers = zip(table.classes, classes).filter { $1 == nil }.map(\.0)
        if let first = strangers.first {
            let name = "'\(first.prefix(40))'"
            remarks.append(
                strangers.count == 1
                    ? "the class \(name) of \(path) is not the model's"
                    : "\(strangers.count) classes of \(path) are not the model's, such as \(name)")
        }
        return NewRows(
            features: .floats(
                FloatRows(
                    encoded.elements, count: encoded.count,
                    dimension: layout.dimension)),
            labels: labels.isEmpty ? Array(repeating: nil, count: table.count) : labels,
            remarks: remarks)
    }

    /// Columns count from 0 where the model's do, or where a row has a column 0.
    private static func sparse(
        _ path: String, _ layout: TableLayout, _ classNames: [String]
    ) throws(FileError) -> NewRows {
        let names = layout.featureNames
        let bytes = try PackedFile.contents(of: path, limit: sizeLimit)
        let text = try bytes.reading { () throws(FileError) in try LibSVMText(bytes, path: path) }
        let first = text.hasZero || names.first == "column0" ? 0 : 1
        guard text.largest - first < names.count else {
            throw FileError(
                "\(path) has a column \(text.largest), and the model has \(names.count)\(first == 0 ? ", counted from 0" : "")",
                hint: "give rows of the same features")
        }
        let words = text.labels.map { Int(exactly: $0).map(String.init) ?? String($0) }
        return NewRows(
            features: .sparse(try LibSVMText.rows([text], dimension: names.count, first: first)),
            labels: TableClasses.match(words, with: classNames), remarks: [])
    }
}
