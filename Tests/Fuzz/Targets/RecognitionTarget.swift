import Datasets
import Files
import RandomScripts

/// Files whose format is found by what they hold.
enum RecognitionTarget: FuzzTarget {
    static let name = "recognition"
    static let words = ["PK\u{3}\u{4}", "ustar", "cifar-10-batches-py/", "1 1:0.5\n", "a,b\n1,2\n"]

    static func take(_ bytes: [UInt8]) {
        let path = FuzzFolder.file("unnamed", bytes)
        let found = Trial.limited {
            FuzzFolder.accepted { () throws(FileError) in try RecognizedFormat.of(path) }
        }
        if let found { CheckedDataset.read(found, path) }
    }
}
