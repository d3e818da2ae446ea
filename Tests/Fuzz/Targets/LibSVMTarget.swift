import Datasets

/// Sparse rows as text.
enum LibSVMTarget: FuzzTarget {
    static let name = "libsvm"
    static let words = ["#", ":", "1:", "+1", "-1", "1e300", "nan", "inf", "10000000:", "\r\n"]

    static func take(_ bytes: [UInt8]) {
        CheckedDataset.read(LibSVM.self, FuzzFolder.file("fuzz.libsvm", bytes))
    }
}
