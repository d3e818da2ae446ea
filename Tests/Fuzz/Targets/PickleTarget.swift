import Datasets

/// CIFAR-10 as it is published for Python: every file of it is the same pickle.
enum PickleTarget: FuzzTarget {
    static let name = "pickle"
    static let words = [
        "cnumpy.core.multiarray\n_reconstruct\n", "cnumpy\ndtype\n", "c_codecs\nencode\n",
        "cos\nsystem\n", "data", "labels", "label_names", "u1", "\u{5}latin1",
    ]

    static func take(_ bytes: [UInt8]) {
        for name in (1...5).map({ "data_batch_\($0)" }) + ["test_batch", "batches.meta"] {
            _ = FuzzFolder.file("python/" + name, bytes)
        }
        CheckedDataset.read(CIFAR10.self, FuzzFolder.path + "/python")
    }
}
