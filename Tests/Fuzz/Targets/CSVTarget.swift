import Datasets

/// Tables of data.
enum CSVTarget: FuzzTarget {
    static let name = "csv"

    static func take(_ bytes: [UInt8]) {
        CheckedDataset.read(CSV.self, FuzzFolder.file("fuzz.csv", bytes))
    }
}
