package import Declarations
package import Files
import Numeric

/// Comma-separated values (RFC 4180), also with semicolons, tabs or bars, gzipped or not: columns of
/// numbers and of words, and a column of classes.
package enum CSV: DatasetSource {
    package static let name = "csv"
    package static let summary = "a table of numbers and words with a column of classes"
    package static let location: String? = "a .csv file"
    package static let endings = [".csv", ".tsv", ".csv.gz", ".tsv.gz"]

    private static let label = Parameter.optionalText(
        "label", .text, "the class column, by name or by number from 1 (default: the last)")
    private static let ignore = Parameter.words(
        "ignore", "columns that are left out, by name or by number, as in [id, name]")
    private static let missing = Parameter.optionalText(
        "missing", .choice(TableLayout.Missing.allCases.map(\.rawValue)),
        "what stands for empty cells, NA, NaN and ?: the column's mean in the file (test= is not part of it); drop leaves the row out; indicator adds a feature that marks them"
    )
    private static let categories = Parameter.count(
        "categories", default: 100, in: 1...100_000,
        "how many different words a column has at most; each becomes a feature")
    private static let test = Parameter.optionalText(
        "test", .path, "a second file with the same columns, the test set")
    private static let header = Parameter.optionalText(
        "header", .choice(["yes", "no"]),
        "whether the first row names the columns (left out: what it looks like)")
    private static let encoding = Parameter.optionalText(
        "encoding", .choice(TableText.Encoding.allCases.map(\.rawValue)),
        "how letters are stored (left out: found by lc, where it is certain)")
    package static let settings: [any AnyParameter] = [
        label, ignore, missing, categories, test, header, encoding,
    ]

    private static let sizeLimit = 4 << 30

    package static func recognizes(_ data: DataProbe) -> Bool {
        TableDialect.isTable(data.lines) && !LibSVM.recognizes(data)
    }

    package static func read(_ request: DatasetRequest) throws(FileError) -> Dataset {
        var options = options(request)
        options.report = request.report
        var table = try read(request.path) { bytes throws(FileError) in
            try LabelledTable(bytes, path: request.path, options)
        }
        var testCount = 0
        if let path = request[test] {
            do throws(FileError) {
                testCount = try read(path) { bytes throws(FileError) in
                    try table.addTest(bytes, path: path, options)
                }
            } catch {
                throw error.of(setting: test.name)
            }
        }
        return try Dataset(
            name: request.fileName, features: .floats(table.features), labels: table.labels,
            classNames: table.classNames, featureNames: table.layout.featureNames,
            testCount: testCount, table: table.layout, remarks: table.remarks)
    }

    private static func read<Result>(
        _ path: String, _ body: (ByteStorage) throws(FileError) -> Result
    ) throws(FileError) -> Result {
        let bytes = try PackedFile.contents(of: path, limit: sizeLimit)
        return try bytes.reading { () throws(FileError) in try body(bytes) }
    }

    private static func options(_ request: DatasetRequest) -> LabelledTable.Options {
        LabelledTable.Options(
            label: request[label], ignored: request[ignore],
            missing: request[missing].flatMap(TableLayout.Missing.init),
            categories: request[categories],
            encoding: request[encoding].flatMap(TableText.Encoding.init),
            header: request[header].map { $0 == "yes" })
    }
}
