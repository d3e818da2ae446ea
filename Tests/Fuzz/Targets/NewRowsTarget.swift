import Datasets
import Files
import Numeric
import RandomScripts

/// New rows for a model with a column of numbers, one of words and one that may be missing; the first byte
/// chooses the form.
enum NewRowsTarget: FuzzTarget {
    static let name = "rows"
    static let words = ArraysTarget.words + ["age", "city", "kind", "Busan", "NA", "yes"]

    private static let endings = ["csv", "npy", "npz", "libsvm", "bin"]
    private static let layout = TableLayout(
        columns: [
            .init(name: "age", categories: nil, mean: 40, hasIndicator: true),
            .init(name: "city", categories: ["Busan", "Seoul"], mean: 0, hasIndicator: false),
        ], labelName: "kind", missing: .indicator)

    static func take(_ bytes: [UInt8]) {
        guard let first = bytes.first else { return }
        let ending = endings[Int(first) % endings.count]
        let path = FuzzFolder.file("rows.\(ending)", Array(bytes.dropFirst()))
        let rows = Trial.limited {
            FuzzFolder.accepted { () throws(FileError) in
                try NewRows.read(path, layout: layout, classNames: ["no", "yes"])
            }
        }
        guard let rows else { return }
        precondition(rows.features.count == rows.labels.count, "rows without a place for a label")
        precondition(rows.features.dimension == layout.featureNames.count, "other features")
        precondition(
            rows.labels.allSatisfy { $0.map { (0..<2).contains($0) } ?? true }, "no such class")
    }
}
