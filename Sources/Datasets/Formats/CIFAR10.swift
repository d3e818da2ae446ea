package import Files

/// CIFAR-10 in its binary layout (Krizhevsky, 2009): records of a label byte and 3 072 pixels.
package enum CIFAR10: DatasetSource {
    package static let name = "cifar10"
    package static let summary = "CIFAR-10's binary files: 60 000 pictures, 32×32×3, 10 classes"
    package static let location: String? = "the folder of data_batch_1.bin … test_batch.bin"

    private static let layout = CIFARLayout(
        name: "CIFAR-10", training: (1...5).map { "data_batch_\($0).bin" }, test: "test_batch.bin",
        labelBytes: 1, labelOffset: 0)

    package static func read(_ request: DatasetRequest) throws(FileError) -> Dataset {
        let names = try CIFARLayout.classNames(
            "\(request.path)/batches.meta.txt",
            usual: [
                "airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship",
                "truck",
            ])
        return try layout.dataset(in: request.path, classNames: names)
    }
}
