import Datasets
import Files
import Numeric
import RandomScripts

/// Data sets as every reader promises them.
enum CheckedDataset {
    /// Reads what a source makes of a path: examples whose labels are classes, or one sentence.
    static func read(_ source: any DatasetSource.Type, _ path: String) {
        let data = Trial.limited {
            FuzzFolder.accepted { () throws(FileError) in
                try source.read(DatasetRequest(path: path))
            }
        }
        guard let data else { return }
        promise(!data.labels.isEmpty, "a data set without examples")
        promise(data.features.count == data.labels.count, "features without labels")
        let classes = Int32(data.classNames.count)
        promise(data.labels.allSatisfy { (0..<classes).contains($0) }, "no such class")
        promise(Set(data.classNames).count == data.classNames.count, "two classes of one name")
    }
}
