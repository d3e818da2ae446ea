package import Files

/// CIFAR-10 (Krizhevsky, 2009) as it is published: binary records of a label byte and 3 072 pixels, or
/// pickles of Python; in a folder, or in the archive as it was downloaded.
package enum CIFAR10: DatasetSource {
    package static let name = "cifar10"
    package static let summary = "CIFAR-10 as it is published: 60 000 pictures, 32×32×3, 10 classes"
    package static let location: String? =
        "the folder of its binary or Python files, or their .tar.gz (left out: $LC_DATA, this folder, the cache)"
    package static let needsPath = false

    private static let layout = CIFARLayout(
        name: "CIFAR-10", training: (1...5).map { "data_batch_\($0).bin" }, test: "test_batch.bin",
        labelBytes: 1, labelOffset: 0)
    private static let pickles = CIFARPickles(
        name: "CIFAR-10", training: (1...5).map { "data_batch_\($0)" }, test: "test_batch",
        labels: "labels", meta: ("batches.meta", "label_names"))
    private static let published = PublishedFiles(
        name: "CIFAR-10", folders: ["cifar-10-batches-bin", "cifar-10-batches-py"],
        files: Set(layout.files + pickles.files + ["batches.meta.txt"]),
        downloads: [
            .init(
                url: "https://www.cs.toronto.edu/~kriz/cifar-10-binary.tar.gz",
                sha256: "c4a38c50a1bc5f3a1c5537f2155ab9d68f9f25eb1ed8d9ddda3db29a59bca1dd"),
            .init(
                url: "https://www.cs.toronto.edu/~kriz/cifar-10-python.tar.gz",
                sha256: "6d958be074577803d12ecdefd02955f39262c83c16fe9348329d7fe0b5c001ce"),
        ], areArchives: true)

    private static let classes = [
        "airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck",
    ]

    package static func recognizes(_ data: DataProbe) -> Bool {
        published.recognizes(data, archive: "cifar-10-batches")
    }

    package static func read(_ request: DatasetRequest) throws(FileError) -> Dataset {
        try published.reading(request.path) { folder throws(FileError) in
            if pickles.isIn(folder) { return try pickles.dataset(in: folder, usualNames: classes) }
            let names = try CIFARLayout.classNames("\(folder)/batches.meta.txt", usual: classes)
            return try layout.dataset(in: folder, classNames: names)
        }
    }
}
