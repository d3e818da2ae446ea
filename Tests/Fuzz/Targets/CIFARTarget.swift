import Datasets

/// CIFAR's binary files and their files of class names: the first byte of an input chooses the layout
/// and how many bytes of the last record are missing, the second how many of the others are labels.
enum CIFARTarget: FuzzTarget {
    static let name = "cifar"

    static func take(_ bytes: [UInt8]) {
        guard bytes.count > 2 else { return }
        let isFine = bytes[0] & 1 == 1
        let count = min(Int(bytes[1]), bytes.count - 2)
        var file: [UInt8] = []
        for label in bytes[2..<2 + min(count, 16)] {
            file +=
                (isFine ? [label / 2, label] : [label]) + [UInt8](repeating: label, count: 3072)
        }
        file.removeLast(min(Int(bytes[0] >> 1), file.count))
        let names = Array(bytes[(2 + count)...])
        for name in (1...5).map({ "data_batch_\($0).bin" }) + ["test_batch.bin"] where !isFine {
            _ = FuzzFolder.file(name, file)
        }
        if isFine {
            _ = FuzzFolder.file("train.bin", file)
            _ = FuzzFolder.file("test.bin", file)
        }
        _ = FuzzFolder.file(isFine ? "fine_label_names.txt" : "batches.meta.txt", names)
        CheckedDataset.read(isFine ? CIFAR100.self : CIFAR10.self, FuzzFolder.path)
    }
}
