import Datasets

/// Features and classes in arrays of NumPy's, in an archive and in files of their own.
enum ArraysTarget: FuzzTarget {
    static let name = "arrays"
    static let words =
        ArchiveTarget.words + ["x.npy", "y.npy", "x_train.npy", "|S3", "<U2", "<i8", "|b1"]

    static func take(_ bytes: [UInt8]) {
        CheckedDataset.read(NPZ.self, FuzzFolder.file("arrays.npz", bytes))
        let half = bytes.count / 2
        _ = FuzzFolder.file("y.npy", Array(bytes[half...]))
        CheckedDataset.read(NPY.self, FuzzFolder.file("x.npy", Array(bytes[..<half])))
    }
}
