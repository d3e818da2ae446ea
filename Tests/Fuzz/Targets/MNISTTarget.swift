import Datasets

/// MNIST's IDX files: the first two bytes of an input say how long the file of pictures is, and the rest
/// is the file of labels; the test files are the same.
enum MNISTTarget: FuzzTarget {
    static let name = "mnist"

    static func take(_ bytes: [UInt8]) {
        guard bytes.count > 2 else { return }
        let count = min(Int(bytes[0]) << 8 | Int(bytes[1]), bytes.count - 2)
        let images = Array(bytes[2..<2 + count]), labels = Array(bytes[(2 + count)...])
        for prefix in ["train", "t10k"] {
            _ = FuzzFolder.file("\(prefix)-images-idx3-ubyte", images)
            _ = FuzzFolder.file("\(prefix)-labels-idx1-ubyte", labels)
        }
        CheckedDataset.read(MNIST.self, FuzzFolder.path)
    }
}
