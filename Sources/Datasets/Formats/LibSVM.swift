package import Declarations
package import Files
import Numeric
import Platform

/// LIBSVM's sparse text format: `label column:value column:value …` a line, columns from 1 and
/// ascending, `#` before a comment (Chang and Lin 2011); gzipped or not.
package enum LibSVM: DatasetSource {
    package static let name = "libsvm"
    package static let summary = "sparse rows as text: label column:value …"
    package static let location: String? = "a file of LIBSVM's format"
    package static let endings = [".libsvm", ".svm"]

    private static let features = Parameter.count(
        "d", default: 0, in: 0...10_000_000, "how many features (by default the largest column)")
    package static let settings: [any AnyParameter] = [features]

    private static let sizeLimit = 16 << 30

    private static let mostClasses = 10_000

    package static func read(_ request: DatasetRequest) throws(FileError) -> Dataset {
        let path = request.path
        let bytes = try PackedFile.contents(of: path, limit: sizeLimit)
        let text = try bytes.reading { () throws(FileError) in try LibSVMText(bytes, path: path) }
        guard !text.labels.isEmpty else { throw FileError("\(path) has no rows") }
        let wanted = request[features]
        guard wanted == 0 || wanted >= text.dimension else {
            throw FileError(
                "\(path) has a column \(text.dimension), and d is \(wanted)", hint: "leave d out")
        }
        var seen: Set<Double> = []
        for (index, label) in text.labels.enumerated() {
            try Interruptible.check(turn: index)
            seen.insert(label)
        }
        let distinct = seen.sorted()
        guard distinct.count <= mostClasses else {
            throw FileError(
                "\(path) has \(distinct.count) different labels, as if they were no classes")
        }
        let numbers = Dictionary(
            uniqueKeysWithValues: distinct.enumerated().map { ($1, Int32($0)) })
        return try Dataset(
            name: request.fileName,
            features: .sparse(text.rows(dimension: max(text.dimension, wanted))),
            labels: try Interruptible.map(text.labels.count) { numbers[text.labels[$0]] ?? 0 },
            classNames: distinct.map(className))
    }

    /// Whole numbers without a decimal point.
    private static func className(_ label: Double) -> String {
        label == label.rounded() && abs(label) < 1e15 ? String(Int(clamping: label)) : String(label)
    }
}
