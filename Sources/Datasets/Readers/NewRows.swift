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

    private static let sizeLimit = 16 << 30

    /// Pictures get the arrangement of `image`, the model's.
    ///
    /// - Throws: also when the columns are not the model's.
    package static func read(
        _ path: String, layout: TableLayout, classNames: [String], image: ImageShape? = nil
    ) throws(FileError) -> NewRows {
        let dimension = layout.featureNames.count
        let name = path.lowercased()
        if name.hasSuffix(".npy") { return try array(path, dimension, image) }
        if name.hasSuffix(".npz") { return try archive(path, dimension, classNames, image) }
        if let pictures = try pictures(path, dimension, classNames, image) { return pictures }
        if LibSVM.endings.contains(where: name.hasSuffix) {
            return try sparse(path, dimension, classNames)
        }
        // A regular file of any other name is a table, as it is for load csv.
        guard FileStatus.isFile(path) || CSV.endings.contains(where: name.hasSuffix) else {
            let endings = (CSV.endings + LibSVM.endings + [".npy", ".npz"]).joined(separator: ", ")
            throw FileError(
                FileSystem.exists(path)
                    ? "\(path) is no file of rows" : "there is no file \(path)",
                hint: "give a file whose name ends in \(endings), or CIFAR's or MNIST's files")
        }
        let bytes = try PackedFile.contents(of: path, limit: sizeLimit)
        return try bytes.reading { () throws(FileError) in
            try table(bytes, path, layout, classNames)
        }
    }

    private static func table(
        _ bytes: ByteStorage, _ path: String, _ layout: TableLayout, _ classNames: [String]
    ) throws(FileError) -> NewRows {
        let file = try TableFile(bytes, path: path, known: layout.names)
        let plan = try layout.plan(for: file, needsLabel: false)
        let table = try RawTable(
            file.bytes, path: path, plan: plan, from: file.start, line: file.line)
        guard table.count > 0 else { throw FileError("\(path) has a header and no rows") }
        let encoded = try layout.encode(table, drops: false)
        let classes = TableClasses.match(table.classes, with: classNames)
        let labels = table.labels.map { $0 < 0 ? nil : classes[Int($0)] }
        var remarks = table.remarks(layout) + encoded.remarks(path)
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
                    Matrix(
                        rows: table.count, columns: layout.featureNames.count,
                        elements: encoded.elements))),
            labels: labels.isEmpty ? Array(repeating: nil, count: table.count) : labels,
            remarks: remarks)
    }

    private static func sparse(
        _ path: String, _ dimension: Int, _ classNames: [String]
    ) throws(FileError) -> NewRows {
        let bytes = try PackedFile.contents(of: path, limit: sizeLimit)
        let text = try bytes.reading { () throws(FileError) in try LibSVMText(bytes, path: path) }
        guard text.dimension <= dimension else {
            throw FileError(
                "\(path) has a column \(text.dimension), and the model has \(dimension)",
                hint: "give rows of the same features")
        }
        let words = text.labels.map { Int(exactly: $0).map(String.init) ?? String($0) }
        return NewRows(
            features: .sparse(text.rows(dimension: dimension)),
            labels: TableClasses.match(words, with: classNames), remarks: [])
    }
}
