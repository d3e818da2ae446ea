package import Declarations
package import Files
import Numeric

/// Comma-separated values (RFC 4180), also with semicolons or tabs, gzipped or not.
package enum CSV: DatasetSource {
    package static let name = "csv"
    package static let summary = "a table of numbers with a column of classes"
    package static let location: String? = "a .csv file"
    package static let endings = [".csv", ".tsv", ".csv.gz", ".tsv.gz"]

    private static let label = Parameter.optionalText(
        "label", .text, "the class column, by name or by number from 1 (default: the last)")
    package static let settings: [any AnyParameter] = [label]

    private static let sizeLimit = 4 << 30

    package static func read(_ request: DatasetRequest) throws(FileError) -> Dataset {
        let bytes = try PackedFile.contents(of: request.path, limit: sizeLimit)
        let table = try bytes.reading { () throws(FileError) in
            try CSVTable(bytes, path: request.path, label: request[label])
        }
        return try Dataset(
            name: request.fileName, features: .floats(table.features), labels: table.labels,
            classNames: table.classNames, featureNames: table.featureNames)
    }
}
