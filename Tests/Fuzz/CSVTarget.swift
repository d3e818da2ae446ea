import Datasets
import Files
import TestSupport

/// Tables of data: a data set whose labels have classes, or one sentence.
enum CSVTarget: FuzzTarget {
    static let name = "csv"
    private static let folder = TemporaryFolder()

    static func take(_ bytes: [UInt8]) {
        folder.write("fuzz.csv", bytes: bytes)
        do throws(FileError) {
            let data = try CSV.read(DatasetRequest(path: folder.path + "/fuzz.csv"))
            precondition(!data.labels.isEmpty, "a data set without examples")
            let classes = Int32(data.classNames.count)
            precondition(data.labels.allSatisfy { (0..<classes).contains($0) }, "no such class")
        } catch {
            precondition(!error.message.isEmpty, "an error that says nothing")
        }
    }
}
